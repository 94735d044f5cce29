=java.io	BufferedReader	Closeable	File	IOException	InputStream	ObjectInputStream	ObjectOutputStream	OutputStream	PrintStream	PrintWriter	Reader	Serializable	Writer
=java.lang	AutoCloseable	Boolean	Character	Class	ClassLoader	Cloneable	Comparable	Double	Enum	Exception	Float	Integer	Iterable	Long	Number	Object	Package	Runnable	RuntimeException	String	StringBuffer	Throwable	Void
=java.lang.annotation	Annotation	ElementType
=java.lang.reflect	Constructor	Member	Method	Type
=java.math	BigDecimal	BigInteger
=java.net	InetAddress	URI	URL
=java.nio	ByteBuffer
=java.rmi	Remote	RemoteException
=java.security	BasicPermission	Identity	KeyStore	Principal
=java.sql	Date	Time	Timestamp
=java.text	DateFormatSymbols	FieldPosition	NumberFormat	ParsePosition	SimpleDateFormat
=java.time	Clock
=java.util	Calendar	Collection	EnumSet	Enumeration	EventListener	EventObject	Hashtable	Iterator	List	Locale	Map	Map$Entry	Properties	Set	Vector
=java.util.concurrent	CompletionStage	Executor	ExecutorService	Future	ScheduledExecutorService	TimeUnit
=java.util.function	BiConsumer	Consumer	Supplier
=java.util.stream	Stream
=javax.activation	DataHandler	DataSource
=javax.annotation	Resource	Resource$AuthenticationType
=javax.annotation.sql	DataSourceDefinition
=javax.ejb	ActivationConfigProperty	ConcurrencyManagementType	ConcurrentAccessException	CreateException	EJB	EJBContext	EJBException	EJBHome	EJBLocalHome	EJBLocalObject	EJBMetaData	EJBObject	EnterpriseBean	EntityContext	FinderException	Handle	HomeHandle	LockType	MessageDrivenContext	Schedule	ScheduleExpression	SessionContext	Timer	TimerConfig	TimerHandle	TimerService	TransactionAttributeType	TransactionManagementType
=javax.ejb.embeddable	EJBContainer
=javax.enterprise.context	ApplicationScoped	ApplicationScoped$Literal	BeforeDestroyed	BeforeDestroyed$Literal	ContextException	ConversationScoped	ConversationScoped$Literal	Dependent	Dependent$Literal	Destroyed	Destroyed$Literal	Initialized	Initialized$Literal	RequestScoped	RequestScoped$Literal	SessionScoped	SessionScoped$Literal
=javax.enterprise.context.spi	Context	Contextual	CreationalContext
=javax.enterprise.event	Event	NotificationOptions	NotificationOptions$Builder	Reception	TransactionPhase
=javax.enterprise.inject	Alternative	Alternative$Literal	Any	Any$Literal	Default	Default$Literal	InjectionException	Instance	New	New$Literal	ResolutionException	Specializes	Specializes$Literal	TransientReference	TransientReference$Literal	Typed	Typed$Literal	Vetoed	Vetoed$Literal
=javax.enterprise.inject.literal	InjectLiteral	NamedLiteral	QualifierLiteral	SingletonLiteral
=javax.enterprise.inject.se	SeContainer	SeContainerInitializer
=javax.enterprise.inject.spi	BeanManager	Extension
=javax.enterprise.util	AnnotationLiteral	Nonbinding	Nonbinding$Literal	TypeLiteral
=javax.inject	Inject	Named	Provider	Qualifier	Singleton
=javax.jms	BytesMessage	CompletionListener	Connection	ConnectionConsumer	ConnectionFactory	ConnectionMetaData	Destination	ExceptionListener	JMSConnectionFactoryDefinition	JMSConsumer	JMSContext	JMSDestinationDefinition	JMSException	JMSProducer	JMSRuntimeException	MapMessage	Message	MessageConsumer	MessageListener	MessageProducer	ObjectMessage	Queue	QueueBrowser	QueueConnection	QueueConnectionFactory	QueueReceiver	QueueSender	QueueSession	ServerSession	ServerSessionPool	Session	StreamMessage	TemporaryQueue	TemporaryTopic	TextMessage	Topic	TopicConnection	TopicConnectionFactory	TopicPublisher	TopicSession	TopicSubscriber	XAConnection	XAConnectionFactory	XAJMSContext	XAQueueConnection	XAQueueSession	XASession	XATopicConnection	XATopicSession
=javax.mail	Address	Authenticator	BodyPart	FetchProfile	FetchProfile$Item	Flags	Flags$Flag	Folder	Header	MailSessionDefinition	Message$RecipientType	MessageAware	MessageContext	MessagingException	Multipart	MultipartDataSource	Part	PasswordAuthentication	Provider$Type	Quota	Quota$Resource	Service	Store	Transport	UIDFolder$FetchProfileItem	URLName
=javax.mail.event	ConnectionEvent	ConnectionListener	FolderEvent	FolderListener	MailEvent	MessageChangedEvent	MessageChangedListener	MessageCountEvent	MessageCountListener	StoreEvent	StoreListener	TransportEvent	TransportListener
=javax.mail.internet	ContentType	HeaderTokenizer$Token	InternetAddress	InternetHeaders	InternetHeaders$InternetHeader	MailDateFormat	MimeBodyPart	MimeMessage	MimeMessage$RecipientType	MimePart	NewsAddress	ParameterList	ParseException
=javax.mail.search	SearchTerm
=javax.net.ssl	HostnameVerifier	SSLContext
=javax.persistence	AccessType	AssociationOverride	AttributeNode	AttributeOverride	Cache	CacheRetrieveMode	CacheStoreMode	CascadeType	Column	ColumnResult	ConstraintMode	ConstructorResult	Convert	DiscriminatorType	EntityGraph	EntityManager	EntityManagerFactory	EntityResult	EntityTransaction	EnumType	FetchType	FieldResult	FlushModeType	ForeignKey	GenerationType	Index	InheritanceType	JoinColumn	JoinTable	LockModeType	MapKeyJoinColumn	NamedAttributeNode	NamedEntityGraph	NamedNativeQuery	NamedQuery	NamedStoredProcedureQuery	NamedSubgraph	Parameter	ParameterMode	PersistenceContext	PersistenceContextType	PersistenceException	PersistenceProperty	PersistenceUnit	PersistenceUnitUtil	PersistenceUtil	PessimisticLockScope	PrimaryKeyJoinColumn	Query	QueryHint	SecondaryTable	SequenceGenerator	SharedCacheMode	SqlResultSetMapping	StoredProcedureParameter	StoredProcedureQuery	Subgraph	SynchronizationType	TableGenerator	TemporalType	Tuple	TupleElement	TypedQuery	UniqueConstraint	ValidationMode
=javax.persistence.criteria	AbstractQuery	CollectionJoin	CommonAbstractCriteria	CompoundSelection	CriteriaBuilder	CriteriaBuilder$Case	CriteriaBuilder$Coalesce	CriteriaBuilder$In	CriteriaBuilder$SimpleCase	CriteriaBuilder$Trimspec	CriteriaDelete	CriteriaQuery	CriteriaUpdate	Expression	Fetch	FetchParent	From	Join	JoinType	ListJoin	MapJoin	Order	ParameterExpression	Path	PluralJoin	Predicate	Predicate$BooleanOperator	Root	Selection	SetJoin	Subquery
=javax.persistence.metamodel	Attribute	Attribute$PersistentAttributeType	Bindable	Bindable$BindableType	CollectionAttribute	EmbeddableType	EntityType	IdentifiableType	ListAttribute	ManagedType	MapAttribute	Metamodel	PluralAttribute	PluralAttribute$CollectionType	SetAttribute	SingularAttribute	Type$PersistenceType
=javax.persistence.spi	PersistenceProvider
=javax.servlet	AsyncContext	AsyncEvent	AsyncListener	DispatcherType	Filter	FilterChain	FilterConfig	FilterRegistration	FilterRegistration$Dynamic	GenericFilter	GenericServlet	HttpConstraintElement	HttpMethodConstraintElement	MultipartConfigElement	ReadListener	Registration	Registration$Dynamic	RequestDispatcher	Servlet	ServletConfig	ServletContext	ServletContextAttributeEvent	ServletContextEvent	ServletException	ServletInputStream	ServletOutputStream	ServletRegistration	ServletRegistration$Dynamic	ServletRequest	ServletRequestAttributeEvent	ServletRequestEvent	ServletRequestWrapper	ServletResponse	ServletResponseWrapper	ServletSecurityElement	SessionCookieConfig	SessionTrackingMode	WriteListener
=javax.servlet.annotation	HttpConstraint	HttpMethodConstraint	MultipartConfig	ServletSecurity	ServletSecurity$EmptyRoleSemantic	ServletSecurity$TransportGuarantee	WebInitParam
=javax.servlet.descriptor	JspConfigDescriptor	JspPropertyGroupDescriptor	TaglibDescriptor
=javax.servlet.http	Cookie	HttpServletMapping	HttpServletRequest	HttpServletResponse	HttpSession	HttpSessionBindingEvent	HttpSessionContext	HttpSessionEvent	HttpUpgradeHandler	MappingMatch	PushBuilder	WebConnection
=javax.transaction	Synchronization	Transaction	Transactional$TxType	UserTransaction
=javax.transaction.xa	XAResource
=javax.validation	BootstrapConfiguration	ClockProvider	Configuration	ConstraintDeclarationException	ConstraintTarget	ConstraintValidator	ConstraintValidatorContext	ConstraintValidatorContext$ConstraintViolationBuilder	ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderDefinedContext	ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeContextBuilder	ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderDefinedContext	ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeContextBuilder	ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext	ConstraintValidatorContext$ConstraintViolationBuilder$NodeContextBuilder	ConstraintValidatorFactory	ConstraintViolation	ElementKind	MessageInterpolator	MessageInterpolator$Context	OverridesAttribute	ParameterNameProvider	Path$Node	Payload	TraversableResolver	ValidationException	ValidationProviderResolver	Validator	ValidatorContext	ValidatorFactory
=javax.validation.bootstrap	GenericBootstrap	ProviderSpecificBootstrap
=javax.validation.constraints	AssertFalse	AssertTrue	DecimalMax	DecimalMin	Digits	Email	FutureOrPresent	Max	Min	Negative	NegativeOrZero	NotBlank	NotEmpty	NotNull	Null	Past	PastOrPresent	Pattern	Pattern$Flag	Positive	PositiveOrZero	Size
=javax.validation.constraintvalidation	ValidationTarget
=javax.validation.executable	ExecutableType	ExecutableValidator
=javax.validation.groups	ConvertGroup
=javax.validation.metadata	BeanDescriptor	ConstraintDescriptor
=javax.validation.spi	BootstrapState	ConfigurationState	ValidationProvider
=javax.validation.valueextraction	ValueExtractor	ValueExtractor$ValueReceiver
=javax.websocket	ClientEndpointConfig	ClientEndpointConfig$Builder	ClientEndpointConfig$Configurator	CloseReason	CloseReason$CloseCode	CloseReason$CloseCodes	Decoder	Encoder	Endpoint	EndpointConfig	Extension$Parameter	HandshakeResponse	MessageHandler	MessageHandler$Partial	MessageHandler$Whole	RemoteEndpoint	RemoteEndpoint$Async	RemoteEndpoint$Basic	SendHandler	SendResult	WebSocketContainer
=javax.websocket.server	HandshakeRequest	ServerEndpointConfig	ServerEndpointConfig$Builder	ServerEndpointConfig$Configurator
=javax.ws.rs	ClientErrorException	ProcessingException	RuntimeType	ServerErrorException	WebApplicationException
=javax.ws.rs.client	AsyncInvoker	Client	ClientBuilder	ClientRequestContext	ClientResponseContext	CompletionStageRxInvoker	Entity	Invocation	Invocation$Builder	InvocationCallback	RxInvoker	SyncInvoker	WebTarget
=javax.ws.rs.container	AsyncResponse	ContainerRequestContext	ContainerResponseContext	ResourceInfo	TimeoutHandler
=javax.ws.rs.core	AbstractMultivaluedMap	Application	CacheControl	Configurable	EntityTag	Feature	FeatureContext	Form	GenericType	Link	Link$Builder	Link$JaxbLink	MediaType	MultivaluedMap	NewCookie	PathSegment	Request	Response	Response$ResponseBuilder	Response$Status	Response$Status$Family	Response$StatusType	SecurityContext	UriBuilder	UriInfo	Variant	Variant$VariantListBuilder
=javax.ws.rs.ext	ContextResolver	ExceptionMapper	InterceptorContext	MessageBodyReader	MessageBodyWriter	ParamConverter	ReaderInterceptorContext	RuntimeDelegate	RuntimeDelegate$HeaderDelegate	WriterInterceptorContext
=javax.ws.rs.sse	InboundSseEvent	OutboundSseEvent	OutboundSseEvent$Builder	SseBroadcaster	SseEvent	SseEventSink	SseEventSource	SseEventSource$Builder
=javax.xml.bind	Binder	DatatypeConverterInterface	JAXBContext	JAXBElement	JAXBException	JAXBIntrospector	Marshaller	Marshaller$Listener	SchemaOutputResolver	Unmarshaller	Unmarshaller$Listener	UnmarshallerHandler	ValidationEvent	ValidationEventHandler	ValidationEventLocator
=javax.xml.bind.annotation	DomHandler	XmlAccessOrder	XmlAccessType	XmlElement	XmlElementRef	XmlNs	XmlNsForm	XmlSchemaType
=javax.xml.bind.annotation.adapters	XmlAdapter	XmlJavaTypeAdapter
=javax.xml.bind.attachment	AttachmentMarshaller	AttachmentUnmarshaller
=javax.xml.namespace	NamespaceContext	QName
=javax.xml.parsers	DocumentBuilder
=javax.xml.rpc.handler	Handler	HandlerInfo
=javax.xml.stream	XMLEventReader	XMLEventWriter	XMLStreamReader	XMLStreamWriter
=javax.xml.transform	Result	Source
=javax.xml.transform.dom	DOMResult
=javax.xml.transform.sax	SAXResult	SAXSource
=javax.xml.validation	Schema
=org.w3c.dom	Element	Node
=org.xml.sax	ContentHandler	InputSource
@javax.annotation
Generated	A	Annotation	a:comments()String	a:date()String	a:value()String[]
ManagedBean	A	Annotation	a:value()String
PostConstruct	A	Annotation
PreDestroy	A	Annotation
Priority	A	Annotation	a:value()int
Resource	A	Annotation	a:authenticationType()Resource$AuthenticationType	a:description()String	a:lookup()String	a:mappedName()String	a:name()String	a:shareable()boolean	a:type()Class<?>
Resource$AuthenticationType	Efs	Enum<Resource$AuthenticationType>	e:CONTAINER=Resource$AuthenticationType	e:APPLICATION=Resource$AuthenticationType	s:valueOf(String)Resource$AuthenticationType	s:values()Resource$AuthenticationType[]
Resources	A	Annotation	a:value()Resource[]
@javax.annotation.security
DeclareRoles	A	Annotation	a:value()String[]
DenyAll	A	Annotation
PermitAll	A	Annotation
RolesAllowed	A	Annotation	a:value()String[]
RunAs	A	Annotation	a:value()String
@javax.annotation.sql
DataSourceDefinition	A	Annotation	a:className()String	a:databaseName()String	a:description()String	a:initialPoolSize()int	a:isolationLevel()int	a:loginTimeout()int	a:maxIdleTime()int	a:maxPoolSize()int	a:maxStatements()int	a:minPoolSize()int	a:name()String	a:password()String	a:portNumber()int	a:properties()String[]	a:serverName()String	a:transactional()boolean	a:url()String	a:user()String
DataSourceDefinitions	A	Annotation	a:value()DataSourceDefinition[]
@javax.ejb
AccessLocalException	C	EJBException	new(String)	new(String,Exception)	new()
AccessTimeout	A	Annotation	a:unit()TimeUnit	a:value()long
ActivationConfigProperty	A	Annotation	a:propertyName()String	a:propertyValue()String
AfterBegin	A	Annotation
AfterCompletion	A	Annotation
ApplicationException	A	Annotation	a:inherited()boolean	a:rollback()boolean
AsyncResult	Cf<V>	;Future<V>	cancel(boolean)boolean	get()V	get(long,TimeUnit)V	isCancelled()boolean	isDone()boolean	new(V)
Asynchronous	A	Annotation
BeforeCompletion	A	Annotation
ConcurrencyManagement	A	Annotation	a:value()ConcurrencyManagementType
ConcurrencyManagementType	Ef	Enum<ConcurrencyManagementType>	e:CONTAINER=ConcurrencyManagementType	e:BEAN=ConcurrencyManagementType	s:valueOf(String)ConcurrencyManagementType	s:values()ConcurrencyManagementType[]
ConcurrentAccessException	C	EJBException	new(String)	new(String,Exception)	new()
ConcurrentAccessTimeoutException	C	ConcurrentAccessException	new(String)	new()
CreateException	C	Exception	new(String)	new()
DependsOn	A	Annotation	a:value()String[]
DuplicateKeyException	C	CreateException	new(String)	new()
EJB	A	Annotation	a:beanInterface()Class	a:beanName()String	a:description()String	a:lookup()String	a:mappedName()String	a:name()String
EJBAccessException	C	EJBException	new(String)	new()
EJBContext	I		a:getCallerIdentity()Identity	a:getCallerPrincipal()Principal	a:getContextData()Map<String,Object>	a:getEJBHome()EJBHome	a:getEJBLocalHome()EJBLocalHome	a:getEnvironment()Properties	a:getRollbackOnly()boolean	a:getTimerService()TimerService	a:getUserTransaction()UserTransaction	a:isCallerInRole(String)boolean	a:isCallerInRole(Identity)boolean	a:lookup(String)Object	a:setRollbackOnly()
EJBException	C	RuntimeException	getCausedByException()Exception	new(Exception)	new(String)	new(String,Exception)	new()
EJBHome	I	Remote	a:getEJBMetaData()EJBMetaData	a:getHomeHandle()HomeHandle	a:remove(Object)	a:remove(Handle)
EJBLocalHome	I		a:remove(Object)
EJBLocalObject	I		a:getEJBLocalHome()EJBLocalHome	a:getPrimaryKey()Object	a:isIdentical(EJBLocalObject)boolean	a:remove()
EJBMetaData	I		a:getEJBHome()EJBHome	a:getHomeInterfaceClass()Class	a:getPrimaryKeyClass()Class	a:getRemoteInterfaceClass()Class	a:isSession()boolean	a:isStatelessSession()boolean
EJBObject	I	Remote	a:getEJBHome()EJBHome	a:getHandle()Handle	a:getPrimaryKey()Object	a:isIdentical(EJBObject)boolean	a:remove()
EJBTransactionRequiredException	C	EJBException	new(String)	new()
EJBTransactionRolledbackException	C	EJBException	new(String)	new(String,Exception)	new()
EJBs	A	Annotation	a:value()EJB[]
EnterpriseBean	I	Serializable
EntityBean	I	EnterpriseBean	a:ejbActivate()	a:ejbLoad()	a:ejbPassivate()	a:ejbRemove()	a:ejbStore()	a:setEntityContext(EntityContext)	a:unsetEntityContext()
EntityContext	I	EJBContext	a:getEJBLocalObject()EJBLocalObject	a:getEJBObject()EJBObject	a:getPrimaryKey()Object
FinderException	C	Exception	new(String)	new()
Handle	I	Serializable	a:getEJBObject()EJBObject
HomeHandle	I	Serializable	a:getEJBHome()EJBHome
IllegalLoopbackException	C	ConcurrentAccessException	new(String)	new()
Init	A	Annotation	a:value()String
Local	A	Annotation	a:value()Class[]
LocalBean	A	Annotation
LocalHome	A	Annotation	a:value()Class
Lock	A	Annotation	a:value()LockType
LockType	Ef	Enum<LockType>	e:READ=LockType	e:WRITE=LockType	s:valueOf(String)LockType	s:values()LockType[]
MessageDriven	A	Annotation	a:activationConfig()ActivationConfigProperty[]	a:description()String	a:mappedName()String	a:messageListenerInterface()Class	a:name()String
MessageDrivenBean	I	EnterpriseBean	a:ejbRemove()	a:setMessageDrivenContext(MessageDrivenContext)
MessageDrivenContext	I	EJBContext
NoMoreTimeoutsException	C	EJBException	new(String)	new()
NoSuchEJBException	C	EJBException	new(String)	new(String,Exception)	new()
NoSuchEntityException	C	EJBException	new(Exception)	new(String)	new()
NoSuchObjectLocalException	C	EJBException	new(String)	new(String,Exception)	new()
ObjectNotFoundException	C	FinderException	new(String)	new()
PostActivate	A	Annotation
PrePassivate	A	Annotation
Remote	A	Annotation	a:value()Class[]
RemoteHome	A	Annotation	a:value()Class
Remove	A	Annotation	a:retainIfException()boolean
RemoveException	C	Exception	new(String)	new()
Schedule	A	Annotation	a:dayOfMonth()String	a:dayOfWeek()String	a:hour()String	a:info()String	a:minute()String	a:month()String	a:persistent()boolean	a:second()String	a:timezone()String	a:year()String
ScheduleExpression	C	;Serializable	dayOfMonth(String)ScheduleExpression	dayOfMonth(int)ScheduleExpression	dayOfWeek(String)ScheduleExpression	dayOfWeek(int)ScheduleExpression	end(java.util.Date)ScheduleExpression	getDayOfMonth()String	getDayOfWeek()String	getEnd()java.util.Date	getHour()String	getMinute()String	getMonth()String	getSecond()String	getStart()java.util.Date	getTimezone()String	getYear()String	hour(String)ScheduleExpression	hour(int)ScheduleExpression	minute(String)ScheduleExpression	minute(int)ScheduleExpression	month(String)ScheduleExpression	month(int)ScheduleExpression	new()	second(String)ScheduleExpression	second(int)ScheduleExpression	start(java.util.Date)ScheduleExpression	timezone(String)ScheduleExpression	year(String)ScheduleExpression	year(int)ScheduleExpression
Schedules	A	Annotation	a:value()Schedule[]
SessionBean	I	EnterpriseBean	a:ejbActivate()	a:ejbPassivate()	a:ejbRemove()	a:setSessionContext(SessionContext)
SessionContext	I	EJBContext	a:getBusinessObject<T>(Class<T>)T	a:getEJBLocalObject()EJBLocalObject	a:getEJBObject()EJBObject	a:getInvokedBusinessInterface()Class	a:getMessageContext()javax.xml.rpc.handler.MessageContext	a:wasCancelCalled()boolean
SessionSynchronization	I		a:afterBegin()	a:afterCompletion(boolean)	a:beforeCompletion()
Singleton	A	Annotation	a:description()String	a:mappedName()String	a:name()String
Startup	A	Annotation
Stateful	A	Annotation	a:description()String	a:mappedName()String	a:name()String	a:passivationCapable()boolean
StatefulTimeout	A	Annotation	a:unit()TimeUnit	a:value()long
Stateless	A	Annotation	a:description()String	a:mappedName()String	a:name()String
TimedObject	I		a:ejbTimeout(Timer)
Timeout	A	Annotation
Timer	I		a:cancel()	a:getHandle()TimerHandle	a:getInfo()Serializable	a:getNextTimeout()java.util.Date	a:getSchedule()ScheduleExpression	a:getTimeRemaining()long	a:isCalendarTimer()boolean	a:isPersistent()boolean
TimerConfig	C		getInfo()Serializable	isPersistent()boolean	new(Serializable,boolean)	new()	setInfo(Serializable)	setPersistent(boolean)
TimerHandle	I	Serializable	a:getTimer()Timer
TimerService	I		a:createCalendarTimer(ScheduleExpression)Timer	a:createCalendarTimer(ScheduleExpression,TimerConfig)Timer	a:createIntervalTimer(java.util.Date,long,TimerConfig)Timer	a:createIntervalTimer(long,long,TimerConfig)Timer	a:createSingleActionTimer(java.util.Date,TimerConfig)Timer	a:createSingleActionTimer(long,TimerConfig)Timer	a:createTimer(java.util.Date,Serializable)Timer	a:createTimer(java.util.Date,long,Serializable)Timer	a:createTimer(long,Serializable)Timer	a:createTimer(long,long,Serializable)Timer	a:getAllTimers()Collection<Timer>	a:getTimers()Collection<Timer>
TransactionAttribute	A	Annotation	a:value()TransactionAttributeType
TransactionAttributeType	Ef	Enum<TransactionAttributeType>	e:MANDATORY=TransactionAttributeType	e:REQUIRED=TransactionAttributeType	e:REQUIRES_NEW=TransactionAttributeType	e:SUPPORTS=TransactionAttributeType	e:NOT_SUPPORTED=TransactionAttributeType	e:NEVER=TransactionAttributeType	s:valueOf(String)TransactionAttributeType	s:values()TransactionAttributeType[]
TransactionManagement	A	Annotation	a:value()TransactionManagementType
TransactionManagementType	Ef	Enum<TransactionManagementType>	e:CONTAINER=TransactionManagementType	e:BEAN=TransactionManagementType	s:valueOf(String)TransactionManagementType	s:values()TransactionManagementType[]
TransactionRequiredLocalException	C	EJBException	new(String)	new()
TransactionRolledbackLocalException	C	EJBException	new(String)	new(String,Exception)	new()
@javax.ejb.spi
EJBContainerProvider	I		a:createEJBContainer(Map<?,?>)EJBContainer
HandleDelegate	I		a:readEJBHome(ObjectInputStream)EJBHome	a:readEJBObject(ObjectInputStream)EJBObject	a:writeEJBHome(EJBHome,ObjectOutputStream)	a:writeEJBObject(EJBObject,ObjectOutputStream)
@javax.enterprise.context
ApplicationScoped	A	Annotation
ApplicationScoped$Literal	Cfs	AnnotationLiteral<ApplicationScoped>;ApplicationScoped	new()	s:INSTANCE=ApplicationScoped$Literal
BeforeDestroyed	A	Annotation	a:value()Class<+Annotation>
BeforeDestroyed$Literal	Cfs	AnnotationLiteral<BeforeDestroyed>;BeforeDestroyed	s:APPLICATION=BeforeDestroyed$Literal	s:CONVERSATION=BeforeDestroyed$Literal	s:REQUEST=BeforeDestroyed$Literal	s:SESSION=BeforeDestroyed$Literal	s:of(Class<+Annotation>)BeforeDestroyed$Literal	value()Class<+Annotation>
BusyConversationException	C	ContextException	new(String)	new(String,Throwable)	new(Throwable)	new()
ContextException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
ContextNotActiveException	C	ContextException	new(String)	new(String,Throwable)	new(Throwable)	new()
Conversation	I		a:begin(String)	a:begin()	a:end()	a:getId()String	a:getTimeout()long	a:isTransient()boolean	a:setTimeout(long)
ConversationScoped	A	Annotation
ConversationScoped$Literal	Cfs	AnnotationLiteral<ConversationScoped>;ConversationScoped	new()	s:INSTANCE=ConversationScoped$Literal
Dependent	A	Annotation
Dependent$Literal	Cfs	AnnotationLiteral<Dependent>;Dependent	new()	s:INSTANCE=Dependent$Literal
Destroyed	A	Annotation	a:value()Class<+Annotation>
Destroyed$Literal	Cfs	AnnotationLiteral<Destroyed>;Destroyed	s:APPLICATION=Destroyed$Literal	s:CONVERSATION=Destroyed$Literal	s:REQUEST=Destroyed$Literal	s:SESSION=Destroyed$Literal	s:of(Class<+Annotation>)Destroyed$Literal	value()Class<+Annotation>
Initialized	A	Annotation	a:value()Class<+Annotation>
Initialized$Literal	Cfs	AnnotationLiteral<Initialized>;Initialized	s:APPLICATION=Initialized$Literal	s:CONVERSATION=Initialized$Literal	s:REQUEST=Initialized$Literal	s:SESSION=Initialized$Literal	s:of(Class<+Annotation>)Initialized$Literal	value()Class<+Annotation>
NonexistentConversationException	C	ContextException	new(String)	new(String,Throwable)	new(Throwable)	new()
NormalScope	A	Annotation	a:passivating()boolean
RequestScoped	A	Annotation
RequestScoped$Literal	Cfs	AnnotationLiteral<RequestScoped>;RequestScoped	new()	s:INSTANCE=RequestScoped$Literal
SessionScoped	A	Annotation
SessionScoped$Literal	Cfs	AnnotationLiteral<SessionScoped>;SessionScoped	new()	s:INSTANCE=SessionScoped$Literal
@javax.enterprise.context.control
ActivateRequestContext	A	Annotation
RequestContextController	I		a:activate()boolean	a:deactivate()
@javax.enterprise.context.spi
AlterableContext	I	Context	a:destroy(Contextual<?>)
Context	I		a:get<T>(Contextual<T>)T	a:get<T>(Contextual<T>,CreationalContext<T>)T	a:getScope()Class<+Annotation>	a:isActive()boolean
Contextual	I<T>		a:create(CreationalContext<T>)T	a:destroy(T,CreationalContext<T>)
CreationalContext	I<T>		a:push(T)	a:release()
@javax.enterprise.event
Event	I<T>		a:fire(T)	a:fireAsync<U:T>(U)CompletionStage<U>	a:fireAsync<U:T>(U,NotificationOptions)CompletionStage<U>	av:select(Annotation[])Event<T>	av:select<U:T>(Class<U>,Annotation[])Event<U>	av:select<U:T>(TypeLiteral<U>,Annotation[])Event<U>
NotificationOptions	I		a:get(String)Object	a:getExecutor()Executor	s:builder()NotificationOptions$Builder	s:of(String,Object)NotificationOptions	s:ofExecutor(Executor)NotificationOptions
NotificationOptions$Builder	Is		a:build()NotificationOptions	a:set(String,Object)NotificationOptions$Builder	a:setExecutor(Executor)NotificationOptions$Builder
ObserverException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
Observes	A	Annotation	a:during()TransactionPhase	a:notifyObserver()Reception
ObservesAsync	A	Annotation	a:notifyObserver()Reception
Reception	Ef	Enum<Reception>	e:IF_EXISTS=Reception	e:ALWAYS=Reception	s:valueOf(String)Reception	s:values()Reception[]
TransactionPhase	Ef	Enum<TransactionPhase>	e:IN_PROGRESS=TransactionPhase	e:BEFORE_COMPLETION=TransactionPhase	e:AFTER_COMPLETION=TransactionPhase	e:AFTER_FAILURE=TransactionPhase	e:AFTER_SUCCESS=TransactionPhase	s:valueOf(String)TransactionPhase	s:values()TransactionPhase[]
@javax.enterprise.inject
Alternative	A	Annotation
Alternative$Literal	Cfs	AnnotationLiteral<Alternative>;Alternative	new()	s:INSTANCE=Alternative$Literal
AmbiguousResolutionException	C	ResolutionException	new(String)	new(String,Throwable)	new(Throwable)	new()
Any	A	Annotation
Any$Literal	Cfs	AnnotationLiteral<Any>;Any	new()	s:INSTANCE=Any$Literal
CreationException	C	InjectionException	new(String)	new(String,Throwable)	new(Throwable)	new()
Decorated	A	Annotation
Default	A	Annotation
Default$Literal	Cfs	AnnotationLiteral<Default>;Default	new()	s:INSTANCE=Default$Literal
Disposes	A	Annotation
IllegalProductException	C	InjectionException	new(String)	new(String,Throwable)	new(Throwable)	new()
InjectionException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
Instance	I<T>	Iterable<T>;Provider<T>	a:destroy(T)	a:isAmbiguous()boolean	a:isUnsatisfied()boolean	av:select(Annotation[])Instance<T>	av:select<U:T>(Class<U>,Annotation[])Instance<U>	av:select<U:T>(TypeLiteral<U>,Annotation[])Instance<U>	d:isResolvable()boolean	d:stream()Stream<T>
Intercepted	A	Annotation
Model	A	Annotation
New	A	Annotation	a:value()Class<?>
New$Literal	Cfs	AnnotationLiteral<New>;New	s:INSTANCE=New$Literal	s:of(Class<?>)New$Literal	value()Class<?>
Produces	A	Annotation
ResolutionException	C	InjectionException	new(String)	new(String,Throwable)	new(Throwable)	new()
Specializes	A	Annotation
Specializes$Literal	Cfs	AnnotationLiteral<Specializes>;Specializes	new()	s:INSTANCE=Specializes$Literal
Stereotype	A	Annotation
TransientReference	A	Annotation
TransientReference$Literal	Cfs	AnnotationLiteral<TransientReference>;TransientReference	new()	s:INSTANCE=TransientReference$Literal
Typed	A	Annotation	a:value()Class<?>[]
Typed$Literal	Cfs	AnnotationLiteral<Typed>;Typed	s:INSTANCE=Typed$Literal	s:of(Class<?>[])Typed$Literal	value()Class<?>[]
UnproxyableResolutionException	C	ResolutionException	new(String)	new(String,Throwable)	new(Throwable)	new()
UnsatisfiedResolutionException	C	ResolutionException	new(String)	new(String,Throwable)	new(Throwable)	new()
Vetoed	A	Annotation
Vetoed$Literal	Cfs	AnnotationLiteral<Vetoed>;Vetoed	new()	s:INSTANCE=Vetoed$Literal
@javax.enterprise.inject.literal
InjectLiteral	Cf	AnnotationLiteral<Inject>;Inject	new()	s:INSTANCE=InjectLiteral
NamedLiteral	Cf	AnnotationLiteral<Named>;Named	s:INSTANCE=Named	s:of(String)NamedLiteral	value()String
QualifierLiteral	Cf	AnnotationLiteral<Qualifier>;Qualifier	new()	s:INSTANCE=QualifierLiteral
SingletonLiteral	Cf	AnnotationLiteral<Singleton>;Singleton	new()	s:INSTANCE=SingletonLiteral
@javax.enterprise.inject.se
SeContainer	I	Instance<Object>;AutoCloseable	a:close()	a:getBeanManager()BeanManager	a:isRunning()boolean
SeContainerInitializer	Ca		a:addProperty(String,Object)SeContainerInitializer	a:disableDiscovery()SeContainerInitializer	a:initialize()SeContainer	a:setClassLoader(ClassLoader)SeContainerInitializer	a:setProperties(Map<String,Object>)SeContainerInitializer	av:addBeanClasses(Class<?>[])SeContainerInitializer	av:addExtensions(Class<+Extension>[])SeContainerInitializer	av:addExtensions(Extension[])SeContainerInitializer	av:addPackages(Class<?>[])SeContainerInitializer	av:addPackages(Package[])SeContainerInitializer	av:addPackages(boolean,Class<?>[])SeContainerInitializer	av:addPackages(boolean,Package[])SeContainerInitializer	av:enableDecorators(Class<?>[])SeContainerInitializer	av:enableInterceptors(Class<?>[])SeContainerInitializer	av:selectAlternativeStereotypes(Class<+Annotation>[])SeContainerInitializer	av:selectAlternatives(Class<?>[])SeContainerInitializer	new()	s:newInstance()SeContainerInitializer
@javax.enterprise.util
AnnotationLiteral	Ca<T:Annotation>	;Annotation;Serializable	annotationType()Class<+Annotation>	p:new()
Nonbinding	A	Annotation
Nonbinding$Literal	Cfs	AnnotationLiteral<Nonbinding>;Nonbinding	new()	s:INSTANCE=Nonbinding$Literal
TypeLiteral	Ca<T>	;Serializable	getRawType()Class<T>	getType()Type	p:new()
@javax.inject
Inject	A	Annotation
Named	A	Annotation	a:value()String
Provider	I<T>		a:get()T
Qualifier	A	Annotation
Scope	A	Annotation
Singleton	A	Annotation
@javax.jms
BytesMessage	I	Message	a:getBodyLength()long	a:readBoolean()boolean	a:readByte()byte	a:readBytes(byte[])int	a:readBytes(byte[],int)int	a:readChar()char	a:readDouble()double	a:readFloat()float	a:readInt()int	a:readLong()long	a:readShort()short	a:readUTF()String	a:readUnsignedByte()int	a:readUnsignedShort()int	a:reset()	a:writeBoolean(boolean)	a:writeByte(byte)	a:writeBytes(byte[])	a:writeBytes(byte[],int,int)	a:writeChar(char)	a:writeDouble(double)	a:writeFloat(float)	a:writeInt(int)	a:writeLong(long)	a:writeObject(Object)	a:writeShort(short)	a:writeUTF(String)
CompletionListener	I		a:onCompletion(Message)	a:onException(Message,Exception)
Connection	I	AutoCloseable	a:close()	a:createConnectionConsumer(Destination,String,ServerSessionPool,int)ConnectionConsumer	a:createDurableConnectionConsumer(Topic,String,String,ServerSessionPool,int)ConnectionConsumer	a:createSession()Session	a:createSession(boolean,int)Session	a:createSession(int)Session	a:createSharedConnectionConsumer(Topic,String,String,ServerSessionPool,int)ConnectionConsumer	a:createSharedDurableConnectionConsumer(Topic,String,String,ServerSessionPool,int)ConnectionConsumer	a:getClientID()String	a:getExceptionListener()ExceptionListener	a:getMetaData()ConnectionMetaData	a:setClientID(String)	a:setExceptionListener(ExceptionListener)	a:start()	a:stop()
ConnectionConsumer	I		a:close()	a:getServerSessionPool()ServerSessionPool
ConnectionFactory	I		a:createConnection(String,String)Connection	a:createConnection()Connection	a:createContext(String,String)JMSContext	a:createContext(String,String,int)JMSContext	a:createContext()JMSContext	a:createContext(int)JMSContext
ConnectionMetaData	I		a:getJMSMajorVersion()int	a:getJMSMinorVersion()int	a:getJMSProviderName()String	a:getJMSVersion()String	a:getJMSXPropertyNames()Enumeration	a:getProviderMajorVersion()int	a:getProviderMinorVersion()int	a:getProviderVersion()String
DeliveryMode	I		s:NON_PERSISTENT=int=1	s:PERSISTENT=int=2
Destination	I	
ExceptionListener	I		a:onException(JMSException)
IllegalStateException	C	JMSException	new(String)	new(String,String)
IllegalStateRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
InvalidClientIDException	C	JMSException	new(String)	new(String,String)
InvalidClientIDRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
InvalidDestinationException	C	JMSException	new(String)	new(String,String)
InvalidDestinationRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
InvalidSelectorException	C	JMSException	new(String)	new(String,String)
InvalidSelectorRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
JMSConnectionFactory	A	Annotation	a:value()String
JMSConnectionFactoryDefinition	A	Annotation	a:className()String	a:clientId()String	a:description()String	a:interfaceName()String	a:maxPoolSize()int	a:minPoolSize()int	a:name()String	a:password()String	a:properties()String[]	a:resourceAdapter()String	a:transactional()boolean	a:user()String
JMSConnectionFactoryDefinitions	A	Annotation	a:value()JMSConnectionFactoryDefinition[]
JMSConsumer	I	AutoCloseable	a:close()	a:getMessageListener()MessageListener	a:getMessageSelector()String	a:receive()Message	a:receive(long)Message	a:receiveBody<T>(Class<T>)T	a:receiveBody<T>(Class<T>,long)T	a:receiveBodyNoWait<T>(Class<T>)T	a:receiveNoWait()Message	a:setMessageListener(MessageListener)
JMSContext	I	AutoCloseable	a:acknowledge()	a:close()	a:commit()	a:createBrowser(Queue)QueueBrowser	a:createBrowser(Queue,String)QueueBrowser	a:createBytesMessage()BytesMessage	a:createConsumer(Destination)JMSConsumer	a:createConsumer(Destination,String)JMSConsumer	a:createConsumer(Destination,String,boolean)JMSConsumer	a:createContext(int)JMSContext	a:createDurableConsumer(Topic,String)JMSConsumer	a:createDurableConsumer(Topic,String,String,boolean)JMSConsumer	a:createMapMessage()MapMessage	a:createMessage()Message	a:createObjectMessage(Serializable)ObjectMessage	a:createObjectMessage()ObjectMessage	a:createProducer()JMSProducer	a:createQueue(String)Queue	a:createSharedConsumer(Topic,String)JMSConsumer	a:createSharedConsumer(Topic,String,String)JMSConsumer	a:createSharedDurableConsumer(Topic,String)JMSConsumer	a:createSharedDurableConsumer(Topic,String,String)JMSConsumer	a:createStreamMessage()StreamMessage	a:createTemporaryQueue()TemporaryQueue	a:createTemporaryTopic()TemporaryTopic	a:createTextMessage(String)TextMessage	a:createTextMessage()TextMessage	a:createTopic(String)Topic	a:getAutoStart()boolean	a:getClientID()String	a:getExceptionListener()ExceptionListener	a:getMetaData()ConnectionMetaData	a:getSessionMode()int	a:getTransacted()boolean	a:recover()	a:rollback()	a:setAutoStart(boolean)	a:setClientID(String)	a:setExceptionListener(ExceptionListener)	a:start()	a:stop()	a:unsubscribe(String)	s:AUTO_ACKNOWLEDGE=int=1	s:CLIENT_ACKNOWLEDGE=int=2	s:DUPS_OK_ACKNOWLEDGE=int=3	s:SESSION_TRANSACTED=int=0
JMSDestinationDefinition	A	Annotation	a:className()String	a:description()String	a:destinationName()String	a:interfaceName()String	a:name()String	a:properties()String[]	a:resourceAdapter()String
JMSDestinationDefinitions	A	Annotation	a:value()JMSDestinationDefinition[]
JMSException	C	Exception	getErrorCode()String	getLinkedException()Exception	new(String)	new(String,String)	setLinkedException(Exception)
JMSPasswordCredential	A	Annotation	a:password()String	a:userName()String
JMSProducer	I		a:clearProperties()JMSProducer	a:getAsync()CompletionListener	a:getBooleanProperty(String)boolean	a:getByteProperty(String)byte	a:getDeliveryDelay()long	a:getDeliveryMode()int	a:getDisableMessageID()boolean	a:getDisableMessageTimestamp()boolean	a:getDoubleProperty(String)double	a:getFloatProperty(String)float	a:getIntProperty(String)int	a:getJMSCorrelationID()String	a:getJMSCorrelationIDAsBytes()byte[]	a:getJMSReplyTo()Destination	a:getJMSType()String	a:getLongProperty(String)long	a:getObjectProperty(String)Object	a:getPriority()int	a:getPropertyNames()Set<String>	a:getShortProperty(String)short	a:getStringProperty(String)String	a:getTimeToLive()long	a:propertyExists(String)boolean	a:send(Destination,Serializable)JMSProducer	a:send(Destination,String)JMSProducer	a:send(Destination,Map<String,Object>)JMSProducer	a:send(Destination,Message)JMSProducer	a:send(Destination,byte[])JMSProducer	a:setAsync(CompletionListener)JMSProducer	a:setDeliveryDelay(long)JMSProducer	a:setDeliveryMode(int)JMSProducer	a:setDisableMessageID(boolean)JMSProducer	a:setDisableMessageTimestamp(boolean)JMSProducer	a:setJMSCorrelationID(String)JMSProducer	a:setJMSCorrelationIDAsBytes(byte[])JMSProducer	a:setJMSReplyTo(Destination)JMSProducer	a:setJMSType(String)JMSProducer	a:setPriority(int)JMSProducer	a:setProperty(String,Object)JMSProducer	a:setProperty(String,String)JMSProducer	a:setProperty(String,boolean)JMSProducer	a:setProperty(String,byte)JMSProducer	a:setProperty(String,double)JMSProducer	a:setProperty(String,float)JMSProducer	a:setProperty(String,int)JMSProducer	a:setProperty(String,long)JMSProducer	a:setProperty(String,short)JMSProducer	a:setTimeToLive(long)JMSProducer
JMSRuntimeException	C	RuntimeException	getErrorCode()String	new(String)	new(String,String)	new(String,String,Throwable)
JMSSecurityException	C	JMSException	new(String)	new(String,String)
JMSSecurityRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
JMSSessionMode	A	Annotation	a:value()int
MapMessage	I	Message	a:getBoolean(String)boolean	a:getByte(String)byte	a:getBytes(String)byte[]	a:getChar(String)char	a:getDouble(String)double	a:getFloat(String)float	a:getInt(String)int	a:getLong(String)long	a:getMapNames()Enumeration	a:getObject(String)Object	a:getShort(String)short	a:getString(String)String	a:itemExists(String)boolean	a:setBoolean(String,boolean)	a:setByte(String,byte)	a:setBytes(String,byte[])	a:setBytes(String,byte[],int,int)	a:setChar(String,char)	a:setDouble(String,double)	a:setFloat(String,float)	a:setInt(String,int)	a:setLong(String,long)	a:setObject(String,Object)	a:setShort(String,short)	a:setString(String,String)
Message	I		a:acknowledge()	a:clearBody()	a:clearProperties()	a:getBody<T>(Class<T>)T	a:getBooleanProperty(String)boolean	a:getByteProperty(String)byte	a:getDoubleProperty(String)double	a:getFloatProperty(String)float	a:getIntProperty(String)int	a:getJMSCorrelationID()String	a:getJMSCorrelationIDAsBytes()byte[]	a:getJMSDeliveryMode()int	a:getJMSDeliveryTime()long	a:getJMSDestination()Destination	a:getJMSExpiration()long	a:getJMSMessageID()String	a:getJMSPriority()int	a:getJMSRedelivered()boolean	a:getJMSReplyTo()Destination	a:getJMSTimestamp()long	a:getJMSType()String	a:getLongProperty(String)long	a:getObjectProperty(String)Object	a:getPropertyNames()Enumeration	a:getShortProperty(String)short	a:getStringProperty(String)String	a:isBodyAssignableTo(Class)boolean	a:propertyExists(String)boolean	a:setBooleanProperty(String,boolean)	a:setByteProperty(String,byte)	a:setDoubleProperty(String,double)	a:setFloatProperty(String,float)	a:setIntProperty(String,int)	a:setJMSCorrelationID(String)	a:setJMSCorrelationIDAsBytes(byte[])	a:setJMSDeliveryMode(int)	a:setJMSDeliveryTime(long)	a:setJMSDestination(Destination)	a:setJMSExpiration(long)	a:setJMSMessageID(String)	a:setJMSPriority(int)	a:setJMSRedelivered(boolean)	a:setJMSReplyTo(Destination)	a:setJMSTimestamp(long)	a:setJMSType(String)	a:setLongProperty(String,long)	a:setObjectProperty(String,Object)	a:setShortProperty(String,short)	a:setStringProperty(String,String)	s:DEFAULT_DELIVERY_DELAY=long=0	s:DEFAULT_DELIVERY_MODE=int=2	s:DEFAULT_PRIORITY=int=4	s:DEFAULT_TIME_TO_LIVE=long=0
MessageConsumer	I	AutoCloseable	a:close()	a:getMessageListener()MessageListener	a:getMessageSelector()String	a:receive()Message	a:receive(long)Message	a:receiveNoWait()Message	a:setMessageListener(MessageListener)
MessageEOFException	C	JMSException	new(String)	new(String,String)
MessageFormatException	C	JMSException	new(String)	new(String,String)
MessageFormatRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
MessageListener	I		a:onMessage(Message)
MessageNotReadableException	C	JMSException	new(String)	new(String,String)
MessageNotWriteableException	C	JMSException	new(String)	new(String,String)
MessageNotWriteableRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
MessageProducer	I	AutoCloseable	a:close()	a:getDeliveryDelay()long	a:getDeliveryMode()int	a:getDestination()Destination	a:getDisableMessageID()boolean	a:getDisableMessageTimestamp()boolean	a:getPriority()int	a:getTimeToLive()long	a:send(Destination,Message)	a:send(Destination,Message,CompletionListener)	a:send(Destination,Message,int,int,long)	a:send(Destination,Message,int,int,long,CompletionListener)	a:send(Message)	a:send(Message,CompletionListener)	a:send(Message,int,int,long)	a:send(Message,int,int,long,CompletionListener)	a:setDeliveryDelay(long)	a:setDeliveryMode(int)	a:setDisableMessageID(boolean)	a:setDisableMessageTimestamp(boolean)	a:setPriority(int)	a:setTimeToLive(long)
ObjectMessage	I	Message	a:getObject()Serializable	a:setObject(Serializable)
Queue	I	Destination	a:getQueueName()String
QueueBrowser	I	AutoCloseable	a:close()	a:getEnumeration()Enumeration	a:getMessageSelector()String	a:getQueue()Queue
QueueConnection	I	Connection	a:createConnectionConsumer(Queue,String,ServerSessionPool,int)ConnectionConsumer	a:createQueueSession(boolean,int)QueueSession
QueueConnectionFactory	I	ConnectionFactory	a:createQueueConnection(String,String)QueueConnection	a:createQueueConnection()QueueConnection
QueueReceiver	I	MessageConsumer	a:getQueue()Queue
QueueRequestor	C		close()	new(QueueSession,Queue)	request(Message)Message
QueueSender	I	MessageProducer	a:getQueue()Queue	a:send(Message)	a:send(Message,int,int,long)	a:send(Queue,Message)	a:send(Queue,Message,int,int,long)
QueueSession	I	Session	a:createBrowser(Queue)QueueBrowser	a:createBrowser(Queue,String)QueueBrowser	a:createQueue(String)Queue	a:createReceiver(Queue)QueueReceiver	a:createReceiver(Queue,String)QueueReceiver	a:createSender(Queue)QueueSender	a:createTemporaryQueue()TemporaryQueue
ResourceAllocationException	C	JMSException	new(String)	new(String,String)
ResourceAllocationRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
ServerSession	I		a:getSession()Session	a:start()
ServerSessionPool	I		a:getServerSession()ServerSession
Session	I	Runnable;AutoCloseable	a:close()	a:commit()	a:createBrowser(Queue)QueueBrowser	a:createBrowser(Queue,String)QueueBrowser	a:createBytesMessage()BytesMessage	a:createConsumer(Destination)MessageConsumer	a:createConsumer(Destination,String)MessageConsumer	a:createConsumer(Destination,String,boolean)MessageConsumer	a:createDurableConsumer(Topic,String)MessageConsumer	a:createDurableConsumer(Topic,String,String,boolean)MessageConsumer	a:createDurableSubscriber(Topic,String)TopicSubscriber	a:createDurableSubscriber(Topic,String,String,boolean)TopicSubscriber	a:createMapMessage()MapMessage	a:createMessage()Message	a:createObjectMessage(Serializable)ObjectMessage	a:createObjectMessage()ObjectMessage	a:createProducer(Destination)MessageProducer	a:createQueue(String)Queue	a:createSharedConsumer(Topic,String)MessageConsumer	a:createSharedConsumer(Topic,String,String)MessageConsumer	a:createSharedDurableConsumer(Topic,String)MessageConsumer	a:createSharedDurableConsumer(Topic,String,String)MessageConsumer	a:createStreamMessage()StreamMessage	a:createTemporaryQueue()TemporaryQueue	a:createTemporaryTopic()TemporaryTopic	a:createTextMessage(String)TextMessage	a:createTextMessage()TextMessage	a:createTopic(String)Topic	a:getAcknowledgeMode()int	a:getMessageListener()MessageListener	a:getTransacted()boolean	a:recover()	a:rollback()	a:run()	a:setMessageListener(MessageListener)	a:unsubscribe(String)	s:AUTO_ACKNOWLEDGE=int=1	s:CLIENT_ACKNOWLEDGE=int=2	s:DUPS_OK_ACKNOWLEDGE=int=3	s:SESSION_TRANSACTED=int=0
StreamMessage	I	Message	a:readBoolean()boolean	a:readByte()byte	a:readBytes(byte[])int	a:readChar()char	a:readDouble()double	a:readFloat()float	a:readInt()int	a:readLong()long	a:readObject()Object	a:readShort()short	a:readString()String	a:reset()	a:writeBoolean(boolean)	a:writeByte(byte)	a:writeBytes(byte[])	a:writeBytes(byte[],int,int)	a:writeChar(char)	a:writeDouble(double)	a:writeFloat(float)	a:writeInt(int)	a:writeLong(long)	a:writeObject(Object)	a:writeShort(short)	a:writeString(String)
TemporaryQueue	I	Queue	a:delete()
TemporaryTopic	I	Topic	a:delete()
TextMessage	I	Message	a:getText()String	a:setText(String)
Topic	I	Destination	a:getTopicName()String
TopicConnection	I	Connection	a:createConnectionConsumer(Topic,String,ServerSessionPool,int)ConnectionConsumer	a:createDurableConnectionConsumer(Topic,String,String,ServerSessionPool,int)ConnectionConsumer	a:createTopicSession(boolean,int)TopicSession
TopicConnectionFactory	I	ConnectionFactory	a:createTopicConnection(String,String)TopicConnection	a:createTopicConnection()TopicConnection
TopicPublisher	I	MessageProducer	a:getTopic()Topic	a:publish(Message)	a:publish(Message,int,int,long)	a:publish(Topic,Message)	a:publish(Topic,Message,int,int,long)
TopicRequestor	C		close()	new(TopicSession,Topic)	request(Message)Message
TopicSession	I	Session	a:createDurableSubscriber(Topic,String)TopicSubscriber	a:createDurableSubscriber(Topic,String,String,boolean)TopicSubscriber	a:createPublisher(Topic)TopicPublisher	a:createSubscriber(Topic)TopicSubscriber	a:createSubscriber(Topic,String,boolean)TopicSubscriber	a:createTemporaryTopic()TemporaryTopic	a:createTopic(String)Topic	a:unsubscribe(String)
TopicSubscriber	I	MessageConsumer	a:getNoLocal()boolean	a:getTopic()Topic
TransactionInProgressException	C	JMSException	new(String)	new(String,String)
TransactionInProgressRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
TransactionRolledBackException	C	JMSException	new(String)	new(String,String)
TransactionRolledBackRuntimeException	C	JMSRuntimeException	new(String)	new(String,String)	new(String,String,Throwable)
XAConnection	I	Connection	a:createSession(boolean,int)Session	a:createXASession()XASession
XAConnectionFactory	I		a:createXAConnection(String,String)XAConnection	a:createXAConnection()XAConnection	a:createXAContext(String,String)XAJMSContext	a:createXAContext()XAJMSContext
XAJMSContext	I	JMSContext	a:commit()	a:getContext()JMSContext	a:getTransacted()boolean	a:getXAResource()XAResource	a:rollback()
XAQueueConnection	I	XAConnection;QueueConnection	a:createQueueSession(boolean,int)QueueSession	a:createXAQueueSession()XAQueueSession
XAQueueConnectionFactory	I	XAConnectionFactory;QueueConnectionFactory	a:createXAQueueConnection(String,String)XAQueueConnection	a:createXAQueueConnection()XAQueueConnection
XAQueueSession	I	XASession	a:getQueueSession()QueueSession
XASession	I	Session	a:commit()	a:getSession()Session	a:getTransacted()boolean	a:getXAResource()XAResource	a:rollback()
XATopicConnection	I	XAConnection;TopicConnection	a:createTopicSession(boolean,int)TopicSession	a:createXATopicSession()XATopicSession
XATopicConnectionFactory	I	XAConnectionFactory;TopicConnectionFactory	a:createXATopicConnection(String,String)XATopicConnection	a:createXATopicConnection()XATopicConnection
XATopicSession	I	XASession	a:getTopicSession()TopicSession
@javax.mail
Address	Ca	;Serializable	a:getType()String	new()
AuthenticationFailedException	C	MessagingException	new(String)	new(String,Exception)	new()
Authenticator	Ca		new()	p:getDefaultUserName()String	p:getPasswordAuthentication()PasswordAuthentication	p:getRequestingPort()int	p:getRequestingPrompt()String	p:getRequestingProtocol()String	p:getRequestingSite()InetAddress
BodyPart	Ca	;Part	getParent()Multipart	new()	p:parent=Multipart
EncodingAware	I		a:getEncoding()String
FetchProfile	C		add(String)	add(FetchProfile$Item)	contains(String)boolean	contains(FetchProfile$Item)boolean	getHeaderNames()String[]	getItems()FetchProfile$Item[]	new()
FetchProfile$Item	Cs		p:new(String)	s:CONTENT_INFO=FetchProfile$Item	s:ENVELOPE=FetchProfile$Item	s:FLAGS=FetchProfile$Item	s:SIZE=FetchProfile$Item
Flags	C	;Cloneable;Serializable	add(String)	add(Flags)	add(Flags$Flag)	clearSystemFlags()	clearUserFlags()	clone()Object	contains(String)boolean	contains(Flags)boolean	contains(Flags$Flag)boolean	getSystemFlags()Flags$Flag[]	getUserFlags()String[]	new(String)	new(Flags)	new(Flags$Flag)	new()	remove(String)	remove(Flags)	remove(Flags$Flag)	retainAll(Flags)boolean
Flags$Flag	Cfs		s:ANSWERED=Flags$Flag	s:DELETED=Flags$Flag	s:DRAFT=Flags$Flag	s:FLAGGED=Flags$Flag	s:RECENT=Flags$Flag	s:SEEN=Flags$Flag	s:USER=Flags$Flag
Folder	Ca	;AutoCloseable	a:appendMessages(javax.mail.Message[])	a:close(boolean)	a:create(int)boolean	a:delete(boolean)boolean	a:exists()boolean	a:expunge()javax.mail.Message[]	a:getFolder(String)Folder	a:getFullName()String	a:getMessage(int)javax.mail.Message	a:getMessageCount()int	a:getName()String	a:getParent()Folder	a:getPermanentFlags()Flags	a:getSeparator()char	a:getType()int	a:hasNewMessages()boolean	a:isOpen()boolean	a:list(String)Folder[]	a:open(int)	a:renameTo(Folder)boolean	addConnectionListener(ConnectionListener)	addFolderListener(FolderListener)	addMessageChangedListener(MessageChangedListener)	addMessageCountListener(MessageCountListener)	close()	copyMessages(javax.mail.Message[],Folder)	fetch(javax.mail.Message[],FetchProfile)	getDeletedMessageCount()int	getMessages()javax.mail.Message[]	getMessages(int,int)javax.mail.Message[]	getMessages(int[])javax.mail.Message[]	getMode()int	getNewMessageCount()int	getStore()Store	getURLName()URLName	getUnreadMessageCount()int	isSubscribed()boolean	list()Folder[]	listSubscribed(String)Folder[]	listSubscribed()Folder[]	p:finalize()	p:mode=int	p:new(Store)	p:notifyConnectionListeners(int)	p:notifyFolderListeners(int)	p:notifyFolderRenamedListeners(Folder)	p:notifyMessageAddedListeners(javax.mail.Message[])	p:notifyMessageChangedListeners(int,javax.mail.Message)	p:notifyMessageRemovedListeners(boolean,javax.mail.Message[])	p:store=Store	removeConnectionListener(ConnectionListener)	removeFolderListener(FolderListener)	removeMessageChangedListener(MessageChangedListener)	removeMessageCountListener(MessageCountListener)	s:HOLDS_FOLDERS=int=2	s:HOLDS_MESSAGES=int=1	s:READ_ONLY=int=1	s:READ_WRITE=int=2	search(SearchTerm)javax.mail.Message[]	search(SearchTerm,javax.mail.Message[])javax.mail.Message[]	setFlags(javax.mail.Message[],Flags,boolean)	setFlags(int,int,Flags,boolean)	setFlags(int[],Flags,boolean)	setSubscribed(boolean)
FolderClosedException	C	MessagingException	getFolder()Folder	new(Folder)	new(Folder,String)	new(Folder,String,Exception)
FolderNotFoundException	C	MessagingException	getFolder()Folder	new(String,Folder)	new(Folder)	new(Folder,String)	new(Folder,String,Exception)	new()
Header	C		getName()String	getValue()String	new(String,String)	p:name=String	p:value=String
IllegalWriteException	C	MessagingException	new(String)	new(String,Exception)	new()
MailSessionDefinition	A	Annotation	a:description()String	a:from()String	a:host()String	a:name()String	a:password()String	a:properties()String[]	a:storeProtocol()String	a:transportProtocol()String	a:user()String
MailSessionDefinitions	A	Annotation	a:value()MailSessionDefinition[]
Message	Ca	;Part	a:addFrom(Address[])	a:addRecipients(Message$RecipientType,Address[])	a:getFlags()Flags	a:getFrom()Address[]	a:getReceivedDate()java.util.Date	a:getRecipients(Message$RecipientType)Address[]	a:getSentDate()java.util.Date	a:getSubject()String	a:reply(boolean)javax.mail.Message	a:saveChanges()	a:setFlags(Flags,boolean)	a:setFrom(Address)	a:setFrom()	a:setRecipients(Message$RecipientType,Address[])	a:setSentDate(java.util.Date)	a:setSubject(String)	addRecipient(Message$RecipientType,Address)	getAllRecipients()Address[]	getFolder()Folder	getMessageNumber()int	getReplyTo()Address[]	getSession()javax.mail.Session	isExpunged()boolean	isSet(Flags$Flag)boolean	match(SearchTerm)boolean	p:expunged=boolean	p:folder=Folder	p:msgnum=int	p:new(Folder,int)	p:new(javax.mail.Session)	p:new()	p:session=javax.mail.Session	p:setExpunged(boolean)	p:setMessageNumber(int)	setFlag(Flags$Flag,boolean)	setRecipient(Message$RecipientType,Address)	setReplyTo(Address[])
Message$RecipientType	Cs	;Serializable	p:new(String)	p:readResolve()Object	p:type=String	s:BCC=Message$RecipientType	s:CC=Message$RecipientType	s:TO=Message$RecipientType
MessageAware	I		a:getMessageContext()MessageContext
MessageContext	C		getMessage()javax.mail.Message	getPart()Part	getSession()javax.mail.Session	new(Part)
MessageRemovedException	C	MessagingException	new(String)	new(String,Exception)	new()
MessagingException	C	Exception	getCause()Throwable	getNextException()Exception	new(String)	new(String,Exception)	new()	setNextException(Exception)boolean
MethodNotSupportedException	C	MessagingException	new(String)	new(String,Exception)	new()
Multipart	Ca		a:writeTo(OutputStream)	addBodyPart(BodyPart)	addBodyPart(BodyPart,int)	getBodyPart(int)BodyPart	getContentType()String	getCount()int	getParent()Part	p:contentType=String	p:new()	p:parent=Part	p:parts=Vector<BodyPart>	p:setMultipartDataSource(MultipartDataSource)	removeBodyPart(BodyPart)boolean	removeBodyPart(int)	setParent(Part)
MultipartDataSource	I	DataSource	a:getBodyPart(int)BodyPart	a:getCount()int
NoSuchProviderException	C	MessagingException	new(String)	new(String,Exception)	new()
Part	I		a:addHeader(String,String)	a:getAllHeaders()Enumeration<Header>	a:getContent()Object	a:getContentType()String	a:getDataHandler()DataHandler	a:getDescription()String	a:getDisposition()String	a:getFileName()String	a:getHeader(String)String[]	a:getInputStream()InputStream	a:getLineCount()int	a:getMatchingHeaders(String[])Enumeration<Header>	a:getNonMatchingHeaders(String[])Enumeration<Header>	a:getSize()int	a:isMimeType(String)boolean	a:removeHeader(String)	a:setContent(Object,String)	a:setContent(Multipart)	a:setDataHandler(DataHandler)	a:setDescription(String)	a:setDisposition(String)	a:setFileName(String)	a:setHeader(String,String)	a:setText(String)	a:writeTo(OutputStream)	s:ATTACHMENT=String="attachment"	s:INLINE=String="inline"
PasswordAuthentication	Cf		getPassword()String	getUserName()String	new(String,String)
Provider	C		getClassName()String	getProtocol()String	getType()Provider$Type	getVendor()String	getVersion()String	new(Provider$Type,String,String,String,String)
Provider$Type	Cs		s:STORE=Provider$Type	s:TRANSPORT=Provider$Type
Quota	C		new(String)	quotaRoot=String	resources=Quota$Resource[]	setResourceLimit(String,long)
Quota$Resource	Cs		limit=long	name=String	new(String,long,long)	usage=long
QuotaAwareStore	I		a:getQuota(String)Quota[]	a:setQuota(Quota)
ReadOnlyFolderException	C	MessagingException	getFolder()Folder	new(Folder)	new(Folder,String)	new(Folder,String,Exception)
SendFailedException	C	MessagingException	getInvalidAddresses()Address[]	getValidSentAddresses()Address[]	getValidUnsentAddresses()Address[]	new(String)	new(String,Exception)	new(String,Exception,Address[],Address[],Address[])	new()	p:invalid=Address[]	p:validSent=Address[]	p:validUnsent=Address[]
Service	Ca	;AutoCloseable	addConnectionListener(ConnectionListener)	close()	connect(String,String)	connect(String,String,String)	connect(String,int,String,String)	connect()	getURLName()URLName	isConnected()boolean	p:debug=boolean	p:finalize()	p:new(javax.mail.Session,URLName)	p:notifyConnectionListeners(int)	p:protocolConnect(String,int,String,String)boolean	p:queueEvent(MailEvent,Vector<+EventListener>)	p:session=javax.mail.Session	p:setConnected(boolean)	p:setURLName(URLName)	p:url=URLName	removeConnectionListener(ConnectionListener)
Session	Cf		addProvider(javax.mail.Provider)	getDebug()boolean	getDebugOut()PrintStream	getFolder(URLName)Folder	getPasswordAuthentication(URLName)PasswordAuthentication	getProperties()Properties	getProperty(String)String	getProvider(String)javax.mail.Provider	getProviders()javax.mail.Provider[]	getStore(String)Store	getStore(javax.mail.Provider)Store	getStore(URLName)Store	getStore()Store	getTransport(String)Transport	getTransport(Address)Transport	getTransport(javax.mail.Provider)Transport	getTransport(URLName)Transport	getTransport()Transport	requestPasswordAuthentication(InetAddress,int,String,String,String)PasswordAuthentication	s:getDefaultInstance(Properties)javax.mail.Session	s:getDefaultInstance(Properties,Authenticator)javax.mail.Session	s:getInstance(Properties)javax.mail.Session	s:getInstance(Properties,Authenticator)javax.mail.Session	setDebug(boolean)	setDebugOut(PrintStream)	setPasswordAuthentication(URLName,PasswordAuthentication)	setProtocolForAddress(String,String)	setProvider(javax.mail.Provider)
Store	Ca	Service	a:getDefaultFolder()Folder	a:getFolder(String)Folder	a:getFolder(URLName)Folder	addFolderListener(FolderListener)	addStoreListener(StoreListener)	getPersonalNamespaces()Folder[]	getSharedNamespaces()Folder[]	getUserNamespaces(String)Folder[]	p:new(javax.mail.Session,URLName)	p:notifyFolderListeners(int,Folder)	p:notifyFolderRenamedListeners(Folder,Folder)	p:notifyStoreListeners(int,String)	removeFolderListener(FolderListener)	removeStoreListener(StoreListener)
StoreClosedException	C	MessagingException	getStore()Store	new(Store)	new(Store,String)	new(Store,String,Exception)
Transport	Ca	Service	a:sendMessage(javax.mail.Message,Address[])	addTransportListener(TransportListener)	new(javax.mail.Session,URLName)	p:notifyTransportListeners(int,Address[],Address[],Address[],javax.mail.Message)	removeTransportListener(TransportListener)	s:send(javax.mail.Message)	s:send(javax.mail.Message,String,String)	s:send(javax.mail.Message,Address[])	s:send(javax.mail.Message,Address[],String,String)
UIDFolder	I		a:getMessageByUID(long)javax.mail.Message	a:getMessagesByUID(long,long)javax.mail.Message[]	a:getMessagesByUID(long[])javax.mail.Message[]	a:getUID(javax.mail.Message)long	a:getUIDNext()long	a:getUIDValidity()long	s:LASTUID=long=-1	s:MAXUID=long=4294967295
UIDFolder$FetchProfileItem	Cs	FetchProfile$Item	p:new(String)	s:UID=UIDFolder$FetchProfileItem
URLName	C		getFile()String	getHost()String	getPassword()String	getPort()int	getProtocol()String	getRef()String	getURL()URL	getUsername()String	new(String)	new(String,String,int,String,String,String)	new(URL)	p:fullURL=String	p:parseString(String)
@javax.mail.event
ConnectionAdapter	Ca	;ConnectionListener	closed(ConnectionEvent)	disconnected(ConnectionEvent)	new()	opened(ConnectionEvent)
ConnectionEvent	C	MailEvent	dispatch(Object)	getType()int	new(Object,int)	p:type=int	s:CLOSED=int=3	s:DISCONNECTED=int=2	s:OPENED=int=1
ConnectionListener	I	EventListener	a:closed(ConnectionEvent)	a:disconnected(ConnectionEvent)	a:opened(ConnectionEvent)
FolderAdapter	Ca	;FolderListener	folderCreated(FolderEvent)	folderDeleted(FolderEvent)	folderRenamed(FolderEvent)	new()
FolderEvent	C	MailEvent	dispatch(Object)	getFolder()Folder	getNewFolder()Folder	getType()int	new(Object,Folder,Folder,int)	new(Object,Folder,int)	p:folder=Folder	p:newFolder=Folder	p:type=int	s:CREATED=int=1	s:DELETED=int=2	s:RENAMED=int=3
FolderListener	I	EventListener	a:folderCreated(FolderEvent)	a:folderDeleted(FolderEvent)	a:folderRenamed(FolderEvent)
MailEvent	Ca	EventObject	a:dispatch(Object)	new(Object)
MessageChangedEvent	C	MailEvent	dispatch(Object)	getMessage()javax.mail.Message	getMessageChangeType()int	new(Object,int,javax.mail.Message)	p:msg=javax.mail.Message	p:type=int	s:ENVELOPE_CHANGED=int=2	s:FLAGS_CHANGED=int=1
MessageChangedListener	I	EventListener	a:messageChanged(MessageChangedEvent)
MessageCountAdapter	Ca	;MessageCountListener	messagesAdded(MessageCountEvent)	messagesRemoved(MessageCountEvent)	new()
MessageCountEvent	C	MailEvent	dispatch(Object)	getMessages()javax.mail.Message[]	getType()int	isRemoved()boolean	new(Folder,int,boolean,javax.mail.Message[])	p:msgs=javax.mail.Message[]	p:removed=boolean	p:type=int	s:ADDED=int=1	s:REMOVED=int=2
MessageCountListener	I	EventListener	a:messagesAdded(MessageCountEvent)	a:messagesRemoved(MessageCountEvent)
StoreEvent	C	MailEvent	dispatch(Object)	getMessage()String	getMessageType()int	new(Store,int,String)	p:message=String	p:type=int	s:ALERT=int=1	s:NOTICE=int=2
StoreListener	I	EventListener	a:notification(StoreEvent)
TransportAdapter	Ca	;TransportListener	messageDelivered(TransportEvent)	messageNotDelivered(TransportEvent)	messagePartiallyDelivered(TransportEvent)	new()
TransportEvent	C	MailEvent	dispatch(Object)	getInvalidAddresses()Address[]	getMessage()javax.mail.Message	getType()int	getValidSentAddresses()Address[]	getValidUnsentAddresses()Address[]	new(Transport,int,Address[],Address[],Address[],javax.mail.Message)	p:invalid=Address[]	p:msg=javax.mail.Message	p:type=int	p:validSent=Address[]	p:validUnsent=Address[]	s:MESSAGE_DELIVERED=int=1	s:MESSAGE_NOT_DELIVERED=int=2	s:MESSAGE_PARTIALLY_DELIVERED=int=3
TransportListener	I	EventListener	a:messageDelivered(TransportEvent)	a:messageNotDelivered(TransportEvent)	a:messagePartiallyDelivered(TransportEvent)
@javax.mail.internet
AddressException	C	ParseException	getPos()int	getRef()String	new(String)	new(String,String)	new(String,String,int)	new()	p:pos=int	p:ref=String
ContentDisposition	C		getDisposition()String	getParameter(String)String	getParameterList()ParameterList	new(String)	new(String,ParameterList)	new()	setDisposition(String)	setParameter(String,String)	setParameterList(ParameterList)
ContentType	C		getBaseType()String	getParameter(String)String	getParameterList()ParameterList	getPrimaryType()String	getSubType()String	match(String)boolean	match(ContentType)boolean	new(String)	new(String,String,ParameterList)	new()	setParameter(String,String)	setParameterList(ParameterList)	setPrimaryType(String)	setSubType(String)
HeaderTokenizer	C		getRemainder()String	new(String)	new(String,String)	new(String,String,boolean)	next()HeaderTokenizer$Token	next(char)HeaderTokenizer$Token	next(char,boolean)HeaderTokenizer$Token	peek()HeaderTokenizer$Token	s:MIME=String="()<>@,;:\\\"\u0009 []/?="	s:RFC822=String="()<>@,;:\\\"\u0009 .[]"
HeaderTokenizer$Token	Cs		getType()int	getValue()String	new(int,String)	s:ATOM=int=-1	s:COMMENT=int=-3	s:EOF=int=-4	s:QUOTEDSTRING=int=-2
InternetAddress	C	Address;Cloneable	clone()Object	getAddress()String	getGroup(boolean)InternetAddress[]	getPersonal()String	getType()String	isGroup()boolean	new(String)	new(String,String)	new(String,String,String)	new(String,boolean)	new()	p:address=String	p:encodedPersonal=String	p:personal=String	s:getLocalAddress(javax.mail.Session)InternetAddress	s:parse(String)InternetAddress[]	s:parse(String,boolean)InternetAddress[]	s:parseHeader(String,boolean)InternetAddress[]	s:toString(Address[])String	s:toString(Address[],int)String	s:toUnicodeString(Address[])String	s:toUnicodeString(Address[],int)String	setAddress(String)	setPersonal(String)	setPersonal(String,String)	toUnicodeString()String	validate()
InternetHeaders	C		addHeader(String,String)	addHeaderLine(String)	getAllHeaderLines()Enumeration<String>	getAllHeaders()Enumeration<Header>	getHeader(String)String[]	getHeader(String,String)String	getMatchingHeaderLines(String[])Enumeration<String>	getMatchingHeaders(String[])Enumeration<Header>	getNonMatchingHeaderLines(String[])Enumeration<String>	getNonMatchingHeaders(String[])Enumeration<Header>	load(InputStream)	load(InputStream,boolean)	new(InputStream)	new(InputStream,boolean)	new()	p:headers=List<InternetHeaders$InternetHeader>	removeHeader(String)	setHeader(String,String)
InternetHeaders$InternetHeader	Cfs	Header	getValue()String	new(String)	new(String,String)
MailDateFormat	C	SimpleDateFormat	applyLocalizedPattern(String)	applyPattern(String)	clone()MailDateFormat	format(java.util.Date,StringBuffer,FieldPosition)StringBuffer	get2DigitYearStart()java.util.Date	new()	parse(String,ParsePosition)java.util.Date	set2DigitYearStart(java.util.Date)	setCalendar(Calendar)	setDateFormatSymbols(DateFormatSymbols)	setNumberFormat(NumberFormat)
MimeBodyPart	C	BodyPart;MimePart	addHeader(String,String)	addHeaderLine(String)	attachFile(File)	attachFile(File,String,String)	attachFile(String)	attachFile(String,String,String)	getAllHeaderLines()Enumeration<String>	getAllHeaders()Enumeration<Header>	getContent()Object	getContentID()String	getContentLanguage()String[]	getContentMD5()String	getContentType()String	getDataHandler()DataHandler	getDescription()String	getDisposition()String	getEncoding()String	getFileName()String	getHeader(String)String[]	getHeader(String,String)String	getInputStream()InputStream	getLineCount()int	getMatchingHeaderLines(String[])Enumeration<String>	getMatchingHeaders(String[])Enumeration<Header>	getNonMatchingHeaderLines(String[])Enumeration<String>	getNonMatchingHeaders(String[])Enumeration<Header>	getRawInputStream()InputStream	getSize()int	isMimeType(String)boolean	new(InputStream)	new(InternetHeaders,byte[])	new()	p:cachedContent=Object	p:content=byte[]	p:contentStream=InputStream	p:dh=DataHandler	p:getContentStream()InputStream	p:headers=InternetHeaders	p:updateHeaders()	removeHeader(String)	saveFile(File)	saveFile(String)	setContent(Object,String)	setContent(Multipart)	setContentID(String)	setContentLanguage(String[])	setContentMD5(String)	setDataHandler(DataHandler)	setDescription(String)	setDescription(String,String)	setDisposition(String)	setFileName(String)	setHeader(String,String)	setText(String)	setText(String,String)	setText(String,String,String)	writeTo(OutputStream)
MimeMessage	C	javax.mail.Message;MimePart	addFrom(Address[])	addHeader(String,String)	addHeaderLine(String)	addRecipients(Message$RecipientType,String)	addRecipients(Message$RecipientType,Address[])	getAllHeaderLines()Enumeration<String>	getAllHeaders()Enumeration<Header>	getAllRecipients()Address[]	getContent()Object	getContentID()String	getContentLanguage()String[]	getContentMD5()String	getContentType()String	getDataHandler()DataHandler	getDescription()String	getDisposition()String	getEncoding()String	getFileName()String	getFlags()Flags	getFrom()Address[]	getHeader(String)String[]	getHeader(String,String)String	getInputStream()InputStream	getLineCount()int	getMatchingHeaderLines(String[])Enumeration<String>	getMatchingHeaders(String[])Enumeration<Header>	getMessageID()String	getNonMatchingHeaderLines(String[])Enumeration<String>	getNonMatchingHeaders(String[])Enumeration<Header>	getRawInputStream()InputStream	getReceivedDate()java.util.Date	getRecipients(Message$RecipientType)Address[]	getReplyTo()Address[]	getSender()Address	getSentDate()java.util.Date	getSize()int	getSubject()String	isMimeType(String)boolean	isSet(Flags$Flag)boolean	new(javax.mail.Session)	new(javax.mail.Session,InputStream)	new(MimeMessage)	p:cachedContent=Object	p:content=byte[]	p:contentStream=InputStream	p:createInternetHeaders(InputStream)InternetHeaders	p:createMimeMessage(javax.mail.Session)MimeMessage	p:dh=DataHandler	p:flags=Flags	p:getContentStream()InputStream	p:headers=InternetHeaders	p:modified=boolean	p:new(Folder,InputStream,int)	p:new(Folder,InternetHeaders,byte[],int)	p:new(Folder,int)	p:parse(InputStream)	p:saved=boolean	p:updateHeaders()	p:updateMessageID()	removeHeader(String)	reply(boolean)javax.mail.Message	reply(boolean,boolean)javax.mail.Message	saveChanges()	setContent(Object,String)	setContent(Multipart)	setContentID(String)	setContentLanguage(String[])	setContentMD5(String)	setDataHandler(DataHandler)	setDescription(String)	setDescription(String,String)	setDisposition(String)	setFileName(String)	setFlags(Flags,boolean)	setFrom(String)	setFrom(Address)	setFrom()	setHeader(String,String)	setRecipients(Message$RecipientType,String)	setRecipients(Message$RecipientType,Address[])	setReplyTo(Address[])	setSender(Address)	setSentDate(java.util.Date)	setSubject(String)	setSubject(String,String)	setText(String)	setText(String,String)	setText(String,String,String)	writeTo(OutputStream)	writeTo(OutputStream,String[])
MimeMessage$RecipientType	Cs	Message$RecipientType	p:new(String)	p:readResolve()Object	s:NEWSGROUPS=MimeMessage$RecipientType
MimeMultipart	C	Multipart	addBodyPart(BodyPart)	addBodyPart(BodyPart,int)	getBodyPart(String)BodyPart	getBodyPart(int)BodyPart	getCount()int	getPreamble()String	isComplete()boolean	new(String)	new(DataSource)	new()	p:allowEmpty=boolean	p:complete=boolean	p:createInternetHeaders(InputStream)InternetHeaders	p:createMimeBodyPart(InputStream)MimeBodyPart	p:createMimeBodyPart(InternetHeaders,byte[])MimeBodyPart	p:ds=DataSource	p:ignoreExistingBoundaryParameter=boolean	p:ignoreMissingBoundaryParameter=boolean	p:ignoreMissingEndBoundary=boolean	p:initializeProperties()	p:parse()	p:parsed=boolean	p:preamble=String	p:updateHeaders()	removeBodyPart(BodyPart)boolean	removeBodyPart(int)	setPreamble(String)	setSubType(String)	v:new(String,BodyPart[])	v:new(BodyPart[])	writeTo(OutputStream)
MimePart	I	Part	a:addHeaderLine(String)	a:getAllHeaderLines()Enumeration<String>	a:getContentID()String	a:getContentLanguage()String[]	a:getContentMD5()String	a:getEncoding()String	a:getHeader(String,String)String	a:getMatchingHeaderLines(String[])Enumeration<String>	a:getNonMatchingHeaderLines(String[])Enumeration<String>	a:setContentLanguage(String[])	a:setContentMD5(String)	a:setText(String)	a:setText(String,String)	a:setText(String,String,String)
MimePartDataSource	C	;DataSource;MessageAware	getContentType()String	getInputStream()InputStream	getMessageContext()MessageContext	getName()String	getOutputStream()OutputStream	new(MimePart)	p:part=MimePart
MimeUtility	C		s:ALL=int=-1	s:decode(InputStream,String)InputStream	s:decodeText(String)String	s:decodeWord(String)String	s:encode(OutputStream,String)OutputStream	s:encode(OutputStream,String,String)OutputStream	s:encodeText(String)String	s:encodeText(String,String,String)String	s:encodeWord(String)String	s:encodeWord(String,String,String)String	s:fold(int,String)String	s:getDefaultJavaCharset()String	s:getEncoding(DataHandler)String	s:getEncoding(DataSource)String	s:javaCharset(String)String	s:mimeCharset(String)String	s:quote(String,String)String	s:unfold(String)String
NewsAddress	C	Address	getHost()String	getNewsgroup()String	getType()String	new(String)	new(String,String)	new()	p:host=String	p:newsgroup=String	s:parse(String)NewsAddress[]	s:toString(Address[])String	setHost(String)	setNewsgroup(String)
ParameterList	C		combineSegments()	get(String)String	getNames()Enumeration<String>	new(String)	new()	remove(String)	set(String,String)	set(String,String,String)	size()int	toString(int)String
ParseException	C	MessagingException	new(String)	new()
PreencodedMimeBodyPart	C	MimeBodyPart	getEncoding()String	new(String)	p:updateHeaders()	writeTo(OutputStream)
SharedInputStream	I		a:getPosition()long	a:newStream(long,long)InputStream
@javax.persistence
Access	A	Annotation	a:value()AccessType
AccessType	Ef	Enum<AccessType>	e:FIELD=AccessType	e:PROPERTY=AccessType	s:valueOf(String)AccessType	s:values()AccessType[]
AssociationOverride	A	Annotation	a:foreignKey()ForeignKey	a:joinColumns()JoinColumn[]	a:joinTable()JoinTable	a:name()String
AssociationOverrides	A	Annotation	a:value()AssociationOverride[]
AttributeConverter	I<X,Y>		a:convertToDatabaseColumn(X)Y	a:convertToEntityAttribute(Y)X
AttributeNode	I<T>		a:getAttributeName()String	a:getKeySubgraphs()Map<Class,Subgraph>	a:getSubgraphs()Map<Class,Subgraph>
AttributeOverride	A	Annotation	a:column()Column	a:name()String
AttributeOverrides	A	Annotation	a:value()AttributeOverride[]
Basic	A	Annotation	a:fetch()FetchType	a:optional()boolean
Cache	I		a:contains(Class,Object)boolean	a:evict(Class)	a:evict(Class,Object)	a:evictAll()	a:unwrap<T>(Class<T>)T
CacheRetrieveMode	Ef	Enum<CacheRetrieveMode>	e:USE=CacheRetrieveMode	e:BYPASS=CacheRetrieveMode	s:valueOf(String)CacheRetrieveMode	s:values()CacheRetrieveMode[]
CacheStoreMode	Ef	Enum<CacheStoreMode>	e:USE=CacheStoreMode	e:BYPASS=CacheStoreMode	e:REFRESH=CacheStoreMode	s:valueOf(String)CacheStoreMode	s:values()CacheStoreMode[]
Cacheable	A	Annotation	a:value()boolean
CascadeType	Ef	Enum<CascadeType>	e:ALL=CascadeType	e:PERSIST=CascadeType	e:MERGE=CascadeType	e:REMOVE=CascadeType	e:REFRESH=CascadeType	e:DETACH=CascadeType	s:valueOf(String)CascadeType	s:values()CascadeType[]
CollectionTable	A	Annotation	a:catalog()String	a:foreignKey()ForeignKey	a:indexes()Index[]	a:joinColumns()JoinColumn[]	a:name()String	a:schema()String	a:uniqueConstraints()UniqueConstraint[]
Column	A	Annotation	a:columnDefinition()String	a:insertable()boolean	a:length()int	a:name()String	a:nullable()boolean	a:precision()int	a:scale()int	a:table()String	a:unique()boolean	a:updatable()boolean
ColumnResult	A	Annotation	a:name()String	a:type()Class
ConstraintMode	Ef	Enum<ConstraintMode>	e:CONSTRAINT=ConstraintMode	e:NO_CONSTRAINT=ConstraintMode	e:PROVIDER_DEFAULT=ConstraintMode	s:valueOf(String)ConstraintMode	s:values()ConstraintMode[]
ConstructorResult	A	Annotation	a:columns()ColumnResult[]	a:targetClass()Class
Convert	A	Annotation	a:attributeName()String	a:converter()Class	a:disableConversion()boolean
Converter	A	Annotation	a:autoApply()boolean
Converts	A	Annotation	a:value()Convert[]
DiscriminatorColumn	A	Annotation	a:columnDefinition()String	a:discriminatorType()DiscriminatorType	a:length()int	a:name()String
DiscriminatorType	Ef	Enum<DiscriminatorType>	e:STRING=DiscriminatorType	e:CHAR=DiscriminatorType	e:INTEGER=DiscriminatorType	s:valueOf(String)DiscriminatorType	s:values()DiscriminatorType[]
DiscriminatorValue	A	Annotation	a:value()String
ElementCollection	A	Annotation	a:fetch()FetchType	a:targetClass()Class
Embeddable	A	Annotation
Embedded	A	Annotation
EmbeddedId	A	Annotation
Entity	A	Annotation	a:name()String
EntityExistsException	C	PersistenceException	new(String)	new(String,Throwable)	new(Throwable)	new()
EntityGraph	I<T>		a:addKeySubgraph<X>(String)Subgraph<X>	a:addKeySubgraph<X>(String,Class<X>)Subgraph<X>	a:addKeySubgraph<X>(Attribute<T,X>)Subgraph<X>	a:addKeySubgraph<X>(Attribute<T,X>,Class<+X>)Subgraph<+X>	a:addSubclassSubgraph<T>(Class<+T>)Subgraph<+T>	a:addSubgraph<X>(String)Subgraph<X>	a:addSubgraph<X>(String,Class<X>)Subgraph<X>	a:addSubgraph<X>(Attribute<T,X>)Subgraph<X>	a:addSubgraph<X>(Attribute<T,X>,Class<+X>)Subgraph<+X>	a:getAttributeNodes()List<AttributeNode<?>>	a:getName()String	av:addAttributeNodes(String[])	av:addAttributeNodes(Attribute<T,?>[])
EntityListeners	A	Annotation	a:value()Class[]
EntityManager	I		a:clear()	a:close()	a:contains(Object)boolean	a:createEntityGraph(String)EntityGraph<?>	a:createEntityGraph<T>(Class<T>)EntityGraph<T>	a:createNamedQuery(String)Query	a:createNamedQuery<T>(String,Class<T>)TypedQuery<T>	a:createNamedStoredProcedureQuery(String)StoredProcedureQuery	a:createNativeQuery(String)Query	a:createNativeQuery(String,Class)Query	a:createNativeQuery(String,String)Query	a:createQuery(String)Query	a:createQuery(CriteriaDelete)Query	a:createQuery(CriteriaUpdate)Query	a:createQuery<T>(String,Class<T>)TypedQuery<T>	a:createQuery<T>(CriteriaQuery<T>)TypedQuery<T>	a:createStoredProcedureQuery(String)StoredProcedureQuery	a:detach(Object)	a:find<T>(Class<T>,Object)T	a:find<T>(Class<T>,Object,Map<String,Object>)T	a:find<T>(Class<T>,Object,LockModeType)T	a:find<T>(Class<T>,Object,LockModeType,Map<String,Object>)T	a:flush()	a:getCriteriaBuilder()CriteriaBuilder	a:getDelegate()Object	a:getEntityGraph(String)EntityGraph<?>	a:getEntityGraphs<T>(Class<T>)List<EntityGraph<-T>>	a:getEntityManagerFactory()EntityManagerFactory	a:getFlushMode()FlushModeType	a:getLockMode(Object)LockModeType	a:getMetamodel()Metamodel	a:getProperties()Map<String,Object>	a:getReference<T>(Class<T>,Object)T	a:getTransaction()EntityTransaction	a:isJoinedToTransaction()boolean	a:isOpen()boolean	a:joinTransaction()	a:lock(Object,LockModeType)	a:lock(Object,LockModeType,Map<String,Object>)	a:merge<T>(T)T	a:persist(Object)	a:refresh(Object)	a:refresh(Object,Map<String,Object>)	a:refresh(Object,LockModeType)	a:refresh(Object,LockModeType,Map<String,Object>)	a:remove(Object)	a:setFlushMode(FlushModeType)	a:setProperty(String,Object)	a:unwrap<T>(Class<T>)T	av:createStoredProcedureQuery(String,Class[])StoredProcedureQuery	av:createStoredProcedureQuery(String,String[])StoredProcedureQuery
EntityManagerFactory	I		a:addNamedEntityGraph<T>(String,EntityGraph<T>)	a:addNamedQuery(String,Query)	a:close()	a:createEntityManager(Map)EntityManager	a:createEntityManager(SynchronizationType)EntityManager	a:createEntityManager(SynchronizationType,Map)EntityManager	a:createEntityManager()EntityManager	a:getCache()Cache	a:getCriteriaBuilder()CriteriaBuilder	a:getMetamodel()Metamodel	a:getPersistenceUnitUtil()PersistenceUnitUtil	a:getProperties()Map<String,Object>	a:isOpen()boolean	a:unwrap<T>(Class<T>)T
EntityNotFoundException	C	PersistenceException	new(String)	new()
EntityResult	A	Annotation	a:discriminatorColumn()String	a:entityClass()Class	a:fields()FieldResult[]
EntityTransaction	I		a:begin()	a:commit()	a:getRollbackOnly()boolean	a:isActive()boolean	a:rollback()	a:setRollbackOnly()
EnumType	Ef	Enum<EnumType>	e:ORDINAL=EnumType	e:STRING=EnumType	s:valueOf(String)EnumType	s:values()EnumType[]
Enumerated	A	Annotation	a:value()EnumType
ExcludeDefaultListeners	A	Annotation
ExcludeSuperclassListeners	A	Annotation
FetchType	Ef	Enum<FetchType>	e:LAZY=FetchType	e:EAGER=FetchType	s:valueOf(String)FetchType	s:values()FetchType[]
FieldResult	A	Annotation	a:column()String	a:name()String
FlushModeType	Ef	Enum<FlushModeType>	e:COMMIT=FlushModeType	e:AUTO=FlushModeType	s:valueOf(String)FlushModeType	s:values()FlushModeType[]
ForeignKey	A	Annotation	a:foreignKeyDefinition()String	a:name()String	a:value()ConstraintMode
GeneratedValue	A	Annotation	a:generator()String	a:strategy()GenerationType
GenerationType	Ef	Enum<GenerationType>	e:TABLE=GenerationType	e:SEQUENCE=GenerationType	e:IDENTITY=GenerationType	e:AUTO=GenerationType	s:valueOf(String)GenerationType	s:values()GenerationType[]
Id	A	Annotation
IdClass	A	Annotation	a:value()Class
Index	A	Annotation	a:columnList()String	a:name()String	a:unique()boolean
Inheritance	A	Annotation	a:strategy()InheritanceType
InheritanceType	Ef	Enum<InheritanceType>	e:SINGLE_TABLE=InheritanceType	e:TABLE_PER_CLASS=InheritanceType	e:JOINED=InheritanceType	s:valueOf(String)InheritanceType	s:values()InheritanceType[]
JoinColumn	A	Annotation	a:columnDefinition()String	a:foreignKey()ForeignKey	a:insertable()boolean	a:name()String	a:nullable()boolean	a:referencedColumnName()String	a:table()String	a:unique()boolean	a:updatable()boolean
JoinColumns	A	Annotation	a:foreignKey()ForeignKey	a:value()JoinColumn[]
JoinTable	A	Annotation	a:catalog()String	a:foreignKey()ForeignKey	a:indexes()Index[]	a:inverseForeignKey()ForeignKey	a:inverseJoinColumns()JoinColumn[]	a:joinColumns()JoinColumn[]	a:name()String	a:schema()String	a:uniqueConstraints()UniqueConstraint[]
Lob	A	Annotation
LockModeType	Ef	Enum<LockModeType>	e:READ=LockModeType	e:WRITE=LockModeType	e:OPTIMISTIC=LockModeType	e:OPTIMISTIC_FORCE_INCREMENT=LockModeType	e:PESSIMISTIC_READ=LockModeType	e:PESSIMISTIC_WRITE=LockModeType	e:PESSIMISTIC_FORCE_INCREMENT=LockModeType	e:NONE=LockModeType	s:valueOf(String)LockModeType	s:values()LockModeType[]
LockTimeoutException	C	PersistenceException	getObject()Object	new(Object)	new(String)	new(String,Throwable)	new(String,Throwable,Object)	new(Throwable)	new()
ManyToMany	A	Annotation	a:cascade()CascadeType[]	a:fetch()FetchType	a:mappedBy()String	a:targetEntity()Class
ManyToOne	A	Annotation	a:cascade()CascadeType[]	a:fetch()FetchType	a:optional()boolean	a:targetEntity()Class
MapKey	A	Annotation	a:name()String
MapKeyClass	A	Annotation	a:value()Class
MapKeyColumn	A	Annotation	a:columnDefinition()String	a:insertable()boolean	a:length()int	a:name()String	a:nullable()boolean	a:precision()int	a:scale()int	a:table()String	a:unique()boolean	a:updatable()boolean
MapKeyEnumerated	A	Annotation	a:value()EnumType
MapKeyJoinColumn	A	Annotation	a:columnDefinition()String	a:foreignKey()ForeignKey	a:insertable()boolean	a:name()String	a:nullable()boolean	a:referencedColumnName()String	a:table()String	a:unique()boolean	a:updatable()boolean
MapKeyJoinColumns	A	Annotation	a:foreignKey()ForeignKey	a:value()MapKeyJoinColumn[]
MapKeyTemporal	A	Annotation	a:value()TemporalType
MappedSuperclass	A	Annotation
MapsId	A	Annotation	a:value()String
NamedAttributeNode	A	Annotation	a:keySubgraph()String	a:subgraph()String	a:value()String
NamedEntityGraph	A	Annotation	a:attributeNodes()NamedAttributeNode[]	a:includeAllAttributes()boolean	a:name()String	a:subclassSubgraphs()NamedSubgraph[]	a:subgraphs()NamedSubgraph[]
NamedEntityGraphs	A	Annotation	a:value()NamedEntityGraph[]
NamedNativeQueries	A	Annotation	a:value()NamedNativeQuery[]
NamedNativeQuery	A	Annotation	a:hints()QueryHint[]	a:name()String	a:query()String	a:resultClass()Class	a:resultSetMapping()String
NamedQueries	A	Annotation	a:value()NamedQuery[]
NamedQuery	A	Annotation	a:hints()QueryHint[]	a:lockMode()LockModeType	a:name()String	a:query()String
NamedStoredProcedureQueries	A	Annotation	a:value()NamedStoredProcedureQuery[]
NamedStoredProcedureQuery	A	Annotation	a:hints()QueryHint[]	a:name()String	a:parameters()StoredProcedureParameter[]	a:procedureName()String	a:resultClasses()Class[]	a:resultSetMappings()String[]
NamedSubgraph	A	Annotation	a:attributeNodes()NamedAttributeNode[]	a:name()String	a:type()Class
NoResultException	C	PersistenceException	new(String)	new()
NonUniqueResultException	C	PersistenceException	new(String)	new()
OneToMany	A	Annotation	a:cascade()CascadeType[]	a:fetch()FetchType	a:mappedBy()String	a:orphanRemoval()boolean	a:targetEntity()Class
OneToOne	A	Annotation	a:cascade()CascadeType[]	a:fetch()FetchType	a:mappedBy()String	a:optional()boolean	a:orphanRemoval()boolean	a:targetEntity()Class
OptimisticLockException	C	PersistenceException	getEntity()Object	new(Object)	new(String)	new(String,Throwable)	new(String,Throwable,Object)	new(Throwable)	new()
OrderBy	A	Annotation	a:value()String
OrderColumn	A	Annotation	a:columnDefinition()String	a:insertable()boolean	a:name()String	a:nullable()boolean	a:updatable()boolean
Parameter	I<T>		a:getName()String	a:getParameterType()Class<T>	a:getPosition()Integer
ParameterMode	Ef	Enum<ParameterMode>	e:IN=ParameterMode	e:INOUT=ParameterMode	e:OUT=ParameterMode	e:REF_CURSOR=ParameterMode	s:valueOf(String)ParameterMode	s:values()ParameterMode[]
Persistence	C		new()	s:PERSISTENCE_PROVIDER=String="javax.persistence.spi.PeristenceProvider"	s:createEntityManagerFactory(String)EntityManagerFactory	s:createEntityManagerFactory(String,Map)EntityManagerFactory	s:generateSchema(String,Map)	s:getPersistenceUtil()PersistenceUtil	sp:providers=Set<PersistenceProvider>
PersistenceContext	A	Annotation	a:name()String	a:properties()PersistenceProperty[]	a:synchronization()SynchronizationType	a:type()PersistenceContextType	a:unitName()String
PersistenceContextType	Ef	Enum<PersistenceContextType>	e:TRANSACTION=PersistenceContextType	e:EXTENDED=PersistenceContextType	s:valueOf(String)PersistenceContextType	s:values()PersistenceContextType[]
PersistenceContexts	A	Annotation	a:value()PersistenceContext[]
PersistenceException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
PersistenceProperty	A	Annotation	a:name()String	a:value()String
PersistenceUnit	A	Annotation	a:name()String	a:unitName()String
PersistenceUnitUtil	I	PersistenceUtil	a:getIdentifier(Object)Object	a:isLoaded(Object)boolean	a:isLoaded(Object,String)boolean
PersistenceUnits	A	Annotation	a:value()PersistenceUnit[]
PersistenceUtil	I		a:isLoaded(Object)boolean	a:isLoaded(Object,String)boolean
PessimisticLockException	C	PersistenceException	getEntity()Object	new(Object)	new(String)	new(String,Throwable)	new(String,Throwable,Object)	new(Throwable)	new()
PessimisticLockScope	Ef	Enum<PessimisticLockScope>	e:NORMAL=PessimisticLockScope	e:EXTENDED=PessimisticLockScope	s:valueOf(String)PessimisticLockScope	s:values()PessimisticLockScope[]
PostLoad	A	Annotation
PostPersist	A	Annotation
PostRemove	A	Annotation
PostUpdate	A	Annotation
PrePersist	A	Annotation
PreRemove	A	Annotation
PreUpdate	A	Annotation
PrimaryKeyJoinColumn	A	Annotation	a:columnDefinition()String	a:foreignKey()ForeignKey	a:name()String	a:referencedColumnName()String
PrimaryKeyJoinColumns	A	Annotation	a:foreignKey()ForeignKey	a:value()PrimaryKeyJoinColumn[]
Query	I		a:executeUpdate()int	a:getFirstResult()int	a:getFlushMode()FlushModeType	a:getHints()Map<String,Object>	a:getLockMode()LockModeType	a:getMaxResults()int	a:getParameter(String)Parameter<?>	a:getParameter(int)Parameter<?>	a:getParameter<T>(String,Class<T>)Parameter<T>	a:getParameter<T>(int,Class<T>)Parameter<T>	a:getParameterValue(String)Object	a:getParameterValue(int)Object	a:getParameterValue<T>(Parameter<T>)T	a:getParameters()Set<Parameter<?>>	a:getResultList()List	a:getSingleResult()Object	a:isBound(Parameter<?>)boolean	a:setFirstResult(int)Query	a:setFlushMode(FlushModeType)Query	a:setHint(String,Object)Query	a:setLockMode(LockModeType)Query	a:setMaxResults(int)Query	a:setParameter(String,Object)Query	a:setParameter(String,Calendar,TemporalType)Query	a:setParameter(String,java.util.Date,TemporalType)Query	a:setParameter(Parameter<Calendar>,Calendar,TemporalType)Query	a:setParameter(Parameter<java.util.Date>,java.util.Date,TemporalType)Query	a:setParameter(int,Object)Query	a:setParameter(int,Calendar,TemporalType)Query	a:setParameter(int,java.util.Date,TemporalType)Query	a:setParameter<T>(Parameter<T>,T)Query	a:unwrap<T>(Class<T>)T	d:getResultStream()Stream
QueryHint	A	Annotation	a:name()String	a:value()String
QueryTimeoutException	C	PersistenceException	getQuery()Query	new(String)	new(String,Throwable)	new(String,Throwable,Query)	new(Throwable)	new(Query)	new()
RollbackException	C	PersistenceException	new(String)	new(String,Throwable)	new(Throwable)	new()
SecondaryTable	A	Annotation	a:catalog()String	a:foreignKey()ForeignKey	a:indexes()Index[]	a:name()String	a:pkJoinColumns()PrimaryKeyJoinColumn[]	a:schema()String	a:uniqueConstraints()UniqueConstraint[]
SecondaryTables	A	Annotation	a:value()SecondaryTable[]
SequenceGenerator	A	Annotation	a:allocationSize()int	a:catalog()String	a:initialValue()int	a:name()String	a:schema()String	a:sequenceName()String
SequenceGenerators	A	Annotation	a:value()SequenceGenerator[]
SharedCacheMode	Ef	Enum<SharedCacheMode>	e:ALL=SharedCacheMode	e:NONE=SharedCacheMode	e:ENABLE_SELECTIVE=SharedCacheMode	e:DISABLE_SELECTIVE=SharedCacheMode	e:UNSPECIFIED=SharedCacheMode	s:valueOf(String)SharedCacheMode	s:values()SharedCacheMode[]
SqlResultSetMapping	A	Annotation	a:classes()ConstructorResult[]	a:columns()ColumnResult[]	a:entities()EntityResult[]	a:name()String
SqlResultSetMappings	A	Annotation	a:value()SqlResultSetMapping[]
StoredProcedureParameter	A	Annotation	a:mode()ParameterMode	a:name()String	a:type()Class
StoredProcedureQuery	I	Query	a:execute()boolean	a:executeUpdate()int	a:getOutputParameterValue(String)Object	a:getOutputParameterValue(int)Object	a:getResultList()List	a:getSingleResult()Object	a:getUpdateCount()int	a:hasMoreResults()boolean	a:registerStoredProcedureParameter(String,Class,ParameterMode)StoredProcedureQuery	a:registerStoredProcedureParameter(int,Class,ParameterMode)StoredProcedureQuery	a:setFlushMode(FlushModeType)StoredProcedureQuery	a:setHint(String,Object)StoredProcedureQuery	a:setParameter(String,Object)StoredProcedureQuery	a:setParameter(String,Calendar,TemporalType)StoredProcedureQuery	a:setParameter(String,java.util.Date,TemporalType)StoredProcedureQuery	a:setParameter(Parameter<Calendar>,Calendar,TemporalType)StoredProcedureQuery	a:setParameter(Parameter<java.util.Date>,java.util.Date,TemporalType)StoredProcedureQuery	a:setParameter(int,Object)StoredProcedureQuery	a:setParameter(int,Calendar,TemporalType)StoredProcedureQuery	a:setParameter(int,java.util.Date,TemporalType)StoredProcedureQuery	a:setParameter<T>(Parameter<T>,T)StoredProcedureQuery
Subgraph	I<T>		a:addKeySubgraph<X>(String)Subgraph<X>	a:addKeySubgraph<X>(String,Class<X>)Subgraph<X>	a:addKeySubgraph<X>(Attribute<T,X>)Subgraph<X>	a:addKeySubgraph<X>(Attribute<T,X>,Class<+X>)Subgraph<+X>	a:addSubgraph<X>(String)Subgraph<X>	a:addSubgraph<X>(String,Class<X>)Subgraph<X>	a:addSubgraph<X>(Attribute<T,X>)Subgraph<X>	a:addSubgraph<X>(Attribute<T,X>,Class<+X>)Subgraph<+X>	a:getAttributeNodes()List<AttributeNode<?>>	a:getClassType()Class<T>	av:addAttributeNodes(String[])	av:addAttributeNodes(Attribute<T,?>[])
SynchronizationType	Ef	Enum<SynchronizationType>	e:SYNCHRONIZED=SynchronizationType	e:UNSYNCHRONIZED=SynchronizationType	s:valueOf(String)SynchronizationType	s:values()SynchronizationType[]
Table	A	Annotation	a:catalog()String	a:indexes()Index[]	a:name()String	a:schema()String	a:uniqueConstraints()UniqueConstraint[]
TableGenerator	A	Annotation	a:allocationSize()int	a:catalog()String	a:indexes()Index[]	a:initialValue()int	a:name()String	a:pkColumnName()String	a:pkColumnValue()String	a:schema()String	a:table()String	a:uniqueConstraints()UniqueConstraint[]	a:valueColumnName()String
TableGenerators	A	Annotation	a:value()TableGenerator[]
Temporal	A	Annotation	a:value()TemporalType
TemporalType	Ef	Enum<TemporalType>	e:DATE=TemporalType	e:TIME=TemporalType	e:TIMESTAMP=TemporalType	s:valueOf(String)TemporalType	s:values()TemporalType[]
TransactionRequiredException	C	PersistenceException	new(String)	new()
Transient	A	Annotation
Tuple	I		a:get(String)Object	a:get(int)Object	a:get<X>(String,Class<X>)X	a:get<X>(TupleElement<X>)X	a:get<X>(int,Class<X>)X	a:getElements()List<TupleElement<?>>	a:toArray()Object[]
TupleElement	I<X>		a:getAlias()String	a:getJavaType()Class<+X>
TypedQuery	I<X>	Query	a:getResultList()List<X>	a:getSingleResult()X	a:setFirstResult(int)TypedQuery<X>	a:setFlushMode(FlushModeType)TypedQuery<X>	a:setHint(String,Object)TypedQuery<X>	a:setLockMode(LockModeType)TypedQuery<X>	a:setMaxResults(int)TypedQuery<X>	a:setParameter(String,Object)TypedQuery<X>	a:setParameter(String,Calendar,TemporalType)TypedQuery<X>	a:setParameter(String,java.util.Date,TemporalType)TypedQuery<X>	a:setParameter(Parameter<Calendar>,Calendar,TemporalType)TypedQuery<X>	a:setParameter(Parameter<java.util.Date>,java.util.Date,TemporalType)TypedQuery<X>	a:setParameter(int,Object)TypedQuery<X>	a:setParameter(int,Calendar,TemporalType)TypedQuery<X>	a:setParameter(int,java.util.Date,TemporalType)TypedQuery<X>	a:setParameter<T>(Parameter<T>,T)TypedQuery<X>	d:getResultStream()Stream<X>
UniqueConstraint	A	Annotation	a:columnNames()String[]	a:name()String
ValidationMode	Ef	Enum<ValidationMode>	e:AUTO=ValidationMode	e:CALLBACK=ValidationMode	e:NONE=ValidationMode	s:valueOf(String)ValidationMode	s:values()ValidationMode[]
Version	A	Annotation
@javax.persistence.criteria
AbstractQuery	I<T>	CommonAbstractCriteria	a:distinct(boolean)AbstractQuery<T>	a:from<X>(Class<X>)Root<X>	a:from<X>(EntityType<X>)Root<X>	a:getGroupList()List<Expression<?>>	a:getGroupRestriction()Predicate	a:getResultType()Class<T>	a:getRoots()Set<Root<?>>	a:getSelection()Selection<T>	a:groupBy(List<Expression<?>>)AbstractQuery<T>	a:having(Expression<Boolean>)AbstractQuery<T>	a:isDistinct()boolean	a:where(Expression<Boolean>)AbstractQuery<T>	av:groupBy(Expression<?>[])AbstractQuery<T>	av:having(Predicate[])AbstractQuery<T>	av:where(Predicate[])AbstractQuery<T>
CollectionJoin	I<Z,E>	PluralJoin<Z,Collection<E>,E>	a:getModel()CollectionAttribute<-Z,E>	a:on(Expression<Boolean>)CollectionJoin<Z,E>	av:on(Predicate[])CollectionJoin<Z,E>
CommonAbstractCriteria	I		a:getRestriction()Predicate	a:subquery<U>(Class<U>)Subquery<U>
CompoundSelection	I<X>	Selection<X>
CriteriaBuilder	I		a:abs<N:Number>(Expression<N>)Expression<N>	a:all<Y>(Subquery<Y>)Expression<Y>	a:and(Expression<Boolean>,Expression<Boolean>)Predicate	a:any<Y>(Subquery<Y>)Expression<Y>	a:asc(Expression<?>)Order	a:avg<N:Number>(Expression<N>)Expression<Double>	a:between<Y:Comparable<-Y>>(Expression<+Y>,Expression<+Y>,Expression<+Y>)Predicate	a:between<Y:Comparable<-Y>>(Expression<+Y>,Y,Y)Predicate	a:coalesce<T>()CriteriaBuilder$Coalesce<T>	a:coalesce<Y>(Expression<+Y>,Expression<+Y>)Expression<Y>	a:coalesce<Y>(Expression<+Y>,Y)Expression<Y>	a:concat(String,Expression<String>)Expression<String>	a:concat(Expression<String>,String)Expression<String>	a:concat(Expression<String>,Expression<String>)Expression<String>	a:conjunction()Predicate	a:count(Expression<?>)Expression<Long>	a:countDistinct(Expression<?>)Expression<Long>	a:createCriteriaDelete<T>(Class<T>)CriteriaDelete<T>	a:createCriteriaUpdate<T>(Class<T>)CriteriaUpdate<T>	a:createQuery()CriteriaQuery<Object>	a:createQuery<T>(Class<T>)CriteriaQuery<T>	a:createTupleQuery()CriteriaQuery<Tuple>	a:currentDate()Expression<Date>	a:currentTime()Expression<Time>	a:currentTimestamp()Expression<Timestamp>	a:desc(Expression<?>)Order	a:diff<N:Number>(Expression<+N>,Expression<+N>)Expression<N>	a:diff<N:Number>(Expression<+N>,N)Expression<N>	a:diff<N:Number>(N,Expression<+N>)Expression<N>	a:disjunction()Predicate	a:equal(Expression<?>,Object)Predicate	a:equal(Expression<?>,Expression<?>)Predicate	a:exists(Subquery<?>)Predicate	a:ge(Expression<+Number>,Number)Predicate	a:ge(Expression<+Number>,Expression<+Number>)Predicate	a:greaterThan<Y:Comparable<-Y>>(Expression<+Y>,Expression<+Y>)Predicate	a:greaterThan<Y:Comparable<-Y>>(Expression<+Y>,Y)Predicate	a:greaterThanOrEqualTo<Y:Comparable<-Y>>(Expression<+Y>,Expression<+Y>)Predicate	a:greaterThanOrEqualTo<Y:Comparable<-Y>>(Expression<+Y>,Y)Predicate	a:greatest<X:Comparable<-X>>(Expression<X>)Expression<X>	a:gt(Expression<+Number>,Number)Predicate	a:gt(Expression<+Number>,Expression<+Number>)Predicate	a:in<T>(Expression<+T>)CriteriaBuilder$In<T>	a:isEmpty<C:Collection<?>>(Expression<C>)Predicate	a:isFalse(Expression<Boolean>)Predicate	a:isMember<E,C:Collection<E>>(Expression<E>,Expression<C>)Predicate	a:isMember<E,C:Collection<E>>(E,Expression<C>)Predicate	a:isNotEmpty<C:Collection<?>>(Expression<C>)Predicate	a:isNotMember<E,C:Collection<E>>(Expression<E>,Expression<C>)Predicate	a:isNotMember<E,C:Collection<E>>(E,Expression<C>)Predicate	a:isNotNull(Expression<?>)Predicate	a:isNull(Expression<?>)Predicate	a:isTrue(Expression<Boolean>)Predicate	a:keys<K,M:Map<K,?>>(M)Expression<Set<K>>	a:le(Expression<+Number>,Number)Predicate	a:le(Expression<+Number>,Expression<+Number>)Predicate	a:least<X:Comparable<-X>>(Expression<X>)Expression<X>	a:length(Expression<String>)Expression<Integer>	a:lessThan<Y:Comparable<-Y>>(Expression<+Y>,Expression<+Y>)Predicate	a:lessThan<Y:Comparable<-Y>>(Expression<+Y>,Y)Predicate	a:lessThanOrEqualTo<Y:Comparable<-Y>>(Expression<+Y>,Expression<+Y>)Predicate	a:lessThanOrEqualTo<Y:Comparable<-Y>>(Expression<+Y>,Y)Predicate	a:like(Expression<String>,String)Predicate	a:like(Expression<String>,String,Expression<Character>)Predicate	a:like(Expression<String>,String,char)Predicate	a:like(Expression<String>,Expression<String>)Predicate	a:like(Expression<String>,Expression<String>,Expression<Character>)Predicate	a:like(Expression<String>,Expression<String>,char)Predicate	a:literal<T>(T)Expression<T>	a:locate(Expression<String>,String)Expression<Integer>	a:locate(Expression<String>,String,int)Expression<Integer>	a:locate(Expression<String>,Expression<String>)Expression<Integer>	a:locate(Expression<String>,Expression<String>,Expression<Integer>)Expression<Integer>	a:lower(Expression<String>)Expression<String>	a:lt(Expression<+Number>,Number)Predicate	a:lt(Expression<+Number>,Expression<+Number>)Predicate	a:max<N:Number>(Expression<N>)Expression<N>	a:min<N:Number>(Expression<N>)Expression<N>	a:mod(Integer,Expression<Integer>)Expression<Integer>	a:mod(Expression<Integer>,Integer)Expression<Integer>	a:mod(Expression<Integer>,Expression<Integer>)Expression<Integer>	a:neg<N:Number>(Expression<N>)Expression<N>	a:not(Expression<Boolean>)Predicate	a:notEqual(Expression<?>,Object)Predicate	a:notEqual(Expression<?>,Expression<?>)Predicate	a:notLike(Expression<String>,String)Predicate	a:notLike(Expression<String>,String,Expression<Character>)Predicate	a:notLike(Expression<String>,String,char)Predicate	a:notLike(Expression<String>,Expression<String>)Predicate	a:notLike(Expression<String>,Expression<String>,Expression<Character>)Predicate	a:notLike(Expression<String>,Expression<String>,char)Predicate	a:nullLiteral<T>(Class<T>)Expression<T>	a:nullif<Y>(Expression<Y>,Expression<?>)Expression<Y>	a:nullif<Y>(Expression<Y>,Y)Expression<Y>	a:or(Expression<Boolean>,Expression<Boolean>)Predicate	a:parameter<T>(Class<T>)ParameterExpression<T>	a:parameter<T>(Class<T>,String)ParameterExpression<T>	a:prod<N:Number>(Expression<+N>,Expression<+N>)Expression<N>	a:prod<N:Number>(Expression<+N>,N)Expression<N>	a:prod<N:Number>(N,Expression<+N>)Expression<N>	a:quot(Number,Expression<+Number>)Expression<Number>	a:quot(Expression<+Number>,Number)Expression<Number>	a:quot(Expression<+Number>,Expression<+Number>)Expression<Number>	a:selectCase<C,R>(Expression<+C>)CriteriaBuilder$SimpleCase<C,R>	a:selectCase<R>()CriteriaBuilder$Case<R>	a:size<C:Collection<?>>(Expression<C>)Expression<Integer>	a:size<C:Collection<?>>(C)Expression<Integer>	a:some<Y>(Subquery<Y>)Expression<Y>	a:sqrt(Expression<+Number>)Expression<Double>	a:substring(Expression<String>,Expression<Integer>)Expression<String>	a:substring(Expression<String>,Expression<Integer>,Expression<Integer>)Expression<String>	a:substring(Expression<String>,int)Expression<String>	a:substring(Expression<String>,int,int)Expression<String>	a:sum<N:Number>(Expression<+N>,Expression<+N>)Expression<N>	a:sum<N:Number>(Expression<+N>,N)Expression<N>	a:sum<N:Number>(Expression<N>)Expression<N>	a:sum<N:Number>(N,Expression<+N>)Expression<N>	a:sumAsDouble(Expression<Float>)Expression<Double>	a:sumAsLong(Expression<Integer>)Expression<Long>	a:toBigDecimal(Expression<+Number>)Expression<BigDecimal>	a:toBigInteger(Expression<+Number>)Expression<BigInteger>	a:toDouble(Expression<+Number>)Expression<Double>	a:toFloat(Expression<+Number>)Expression<Float>	a:toInteger(Expression<+Number>)Expression<Integer>	a:toLong(Expression<+Number>)Expression<Long>	a:toString(Expression<Character>)Expression<String>	a:treat<X,K,T,V:T>(MapJoin<X,K,T>,Class<V>)MapJoin<X,K,V>	a:treat<X,T,E:T>(CollectionJoin<X,T>,Class<E>)CollectionJoin<X,E>	a:treat<X,T,E:T>(ListJoin<X,T>,Class<E>)ListJoin<X,E>	a:treat<X,T,E:T>(SetJoin<X,T>,Class<E>)SetJoin<X,E>	a:treat<X,T,V:T>(Join<X,T>,Class<V>)Join<X,V>	a:treat<X,T:X>(Path<X>,Class<T>)Path<T>	a:treat<X,T:X>(Root<X>,Class<T>)Root<T>	a:trim(CriteriaBuilder$Trimspec,Expression<Character>,Expression<String>)Expression<String>	a:trim(CriteriaBuilder$Trimspec,Expression<String>)Expression<String>	a:trim(CriteriaBuilder$Trimspec,char,Expression<String>)Expression<String>	a:trim(Expression<Character>,Expression<String>)Expression<String>	a:trim(Expression<String>)Expression<String>	a:trim(char,Expression<String>)Expression<String>	a:upper(Expression<String>)Expression<String>	a:values<V,M:Map<?,V>>(M)Expression<Collection<V>>	av:and(Predicate[])Predicate	av:array(Selection<?>[])CompoundSelection<Object[]>	av:construct<Y>(Class<Y>,Selection<?>[])CompoundSelection<Y>	av:function<T>(String,Class<T>,Expression<?>[])Expression<T>	av:or(Predicate[])Predicate	av:tuple(Selection<?>[])CompoundSelection<Tuple>
CriteriaBuilder$Case	Is<R>	Expression<R>	a:otherwise(Expression<+R>)Expression<R>	a:otherwise(R)Expression<R>	a:when(Expression<Boolean>,Expression<+R>)CriteriaBuilder$Case<R>	a:when(Expression<Boolean>,R)CriteriaBuilder$Case<R>
CriteriaBuilder$Coalesce	Is<T>	Expression<T>	a:value(Expression<+T>)CriteriaBuilder$Coalesce<T>	a:value(T)CriteriaBuilder$Coalesce<T>
CriteriaBuilder$In	Is<T>	Predicate	a:getExpression()Expression<T>	a:value(Expression<+T>)CriteriaBuilder$In<T>	a:value(T)CriteriaBuilder$In<T>
CriteriaBuilder$SimpleCase	Is<C,R>	Expression<R>	a:getExpression()Expression<C>	a:otherwise(Expression<+R>)Expression<R>	a:otherwise(R)Expression<R>	a:when(C,Expression<+R>)CriteriaBuilder$SimpleCase<C,R>	a:when(C,R)CriteriaBuilder$SimpleCase<C,R>
CriteriaBuilder$Trimspec	Efs	Enum<CriteriaBuilder$Trimspec>	e:LEADING=CriteriaBuilder$Trimspec	e:TRAILING=CriteriaBuilder$Trimspec	e:BOTH=CriteriaBuilder$Trimspec	s:valueOf(String)CriteriaBuilder$Trimspec	s:values()CriteriaBuilder$Trimspec[]
CriteriaDelete	I<T>	CommonAbstractCriteria	a:from(Class<T>)Root<T>	a:from(EntityType<T>)Root<T>	a:getRoot()Root<T>	a:where(Expression<Boolean>)CriteriaDelete<T>	av:where(Predicate[])CriteriaDelete<T>
CriteriaQuery	I<T>	AbstractQuery<T>	a:distinct(boolean)CriteriaQuery<T>	a:getOrderList()List<Order>	a:getParameters()Set<ParameterExpression<?>>	a:groupBy(List<Expression<?>>)CriteriaQuery<T>	a:having(Expression<Boolean>)CriteriaQuery<T>	a:multiselect(List<Selection<?>>)CriteriaQuery<T>	a:orderBy(List<Order>)CriteriaQuery<T>	a:select(Selection<+T>)CriteriaQuery<T>	a:where(Expression<Boolean>)CriteriaQuery<T>	av:groupBy(Expression<?>[])CriteriaQuery<T>	av:having(Predicate[])CriteriaQuery<T>	av:multiselect(Selection<?>[])CriteriaQuery<T>	av:orderBy(Order[])CriteriaQuery<T>	av:where(Predicate[])CriteriaQuery<T>
CriteriaUpdate	I<T>	CommonAbstractCriteria	a:from(Class<T>)Root<T>	a:from(EntityType<T>)Root<T>	a:getRoot()Root<T>	a:set(String,Object)CriteriaUpdate<T>	a:set<Y,X:Y>(Path<Y>,X)CriteriaUpdate<T>	a:set<Y,X:Y>(SingularAttribute<-T,Y>,X)CriteriaUpdate<T>	a:set<Y>(Path<Y>,Expression<+Y>)CriteriaUpdate<T>	a:set<Y>(SingularAttribute<-T,Y>,Expression<+Y>)CriteriaUpdate<T>	a:where(Expression<Boolean>)CriteriaUpdate<T>	av:where(Predicate[])CriteriaUpdate<T>
Expression	I<T>	Selection<T>	a:as<X>(Class<X>)Expression<X>	a:in(Collection<?>)Predicate	a:in(Expression<Collection<?>>)Predicate	a:isNotNull()Predicate	a:isNull()Predicate	av:in(Object[])Predicate	av:in(Expression<?>[])Predicate
Fetch	I<Z,X>	FetchParent<Z,X>	a:getAttribute()Attribute<-Z,?>	a:getJoinType()JoinType	a:getParent()FetchParent<?,Z>
FetchParent	I<Z,X>		a:fetch<X,Y>(String)Fetch<X,Y>	a:fetch<X,Y>(String,JoinType)Fetch<X,Y>	a:fetch<Y>(PluralAttribute<-X,?,Y>)Fetch<X,Y>	a:fetch<Y>(PluralAttribute<-X,?,Y>,JoinType)Fetch<X,Y>	a:fetch<Y>(SingularAttribute<-X,Y>)Fetch<X,Y>	a:fetch<Y>(SingularAttribute<-X,Y>,JoinType)Fetch<X,Y>	a:getFetches()Set<Fetch<X,?>>
From	I<Z,X>	Path<X>;FetchParent<Z,X>	a:getCorrelationParent()From<Z,X>	a:getJoins()Set<Join<X,?>>	a:isCorrelated()boolean	a:join<K,V>(MapAttribute<-X,K,V>)MapJoin<X,K,V>	a:join<K,V>(MapAttribute<-X,K,V>,JoinType)MapJoin<X,K,V>	a:join<X,Y>(String)Join<X,Y>	a:join<X,Y>(String,JoinType)Join<X,Y>	a:join<Y>(CollectionAttribute<-X,Y>)CollectionJoin<X,Y>	a:join<Y>(CollectionAttribute<-X,Y>,JoinType)CollectionJoin<X,Y>	a:join<Y>(ListAttribute<-X,Y>)ListJoin<X,Y>	a:join<Y>(ListAttribute<-X,Y>,JoinType)ListJoin<X,Y>	a:join<Y>(SetAttribute<-X,Y>)SetJoin<X,Y>	a:join<Y>(SetAttribute<-X,Y>,JoinType)SetJoin<X,Y>	a:join<Y>(SingularAttribute<-X,Y>)Join<X,Y>	a:join<Y>(SingularAttribute<-X,Y>,JoinType)Join<X,Y>	a:joinCollection<X,Y>(String)CollectionJoin<X,Y>	a:joinCollection<X,Y>(String,JoinType)CollectionJoin<X,Y>	a:joinList<X,Y>(String)ListJoin<X,Y>	a:joinList<X,Y>(String,JoinType)ListJoin<X,Y>	a:joinMap<X,K,V>(String)MapJoin<X,K,V>	a:joinMap<X,K,V>(String,JoinType)MapJoin<X,K,V>	a:joinSet<X,Y>(String)SetJoin<X,Y>	a:joinSet<X,Y>(String,JoinType)SetJoin<X,Y>
Join	I<Z,X>	From<Z,X>	a:getAttribute()Attribute<-Z,?>	a:getJoinType()JoinType	a:getOn()Predicate	a:getParent()From<?,Z>	a:on(Expression<Boolean>)Join<Z,X>	av:on(Predicate[])Join<Z,X>
JoinType	Ef	Enum<JoinType>	e:INNER=JoinType	e:LEFT=JoinType	e:RIGHT=JoinType	s:valueOf(String)JoinType	s:values()JoinType[]
ListJoin	I<Z,E>	PluralJoin<Z,List<E>,E>	a:getModel()ListAttribute<-Z,E>	a:index()Expression<Integer>	a:on(Expression<Boolean>)ListJoin<Z,E>	av:on(Predicate[])ListJoin<Z,E>
MapJoin	I<Z,K,V>	PluralJoin<Z,Map<K,V>,V>	a:entry()Expression<Map$Entry<K,V>>	a:getModel()MapAttribute<-Z,K,V>	a:key()Path<K>	a:on(Expression<Boolean>)MapJoin<Z,K,V>	a:value()Path<V>	av:on(Predicate[])MapJoin<Z,K,V>
Order	I		a:getExpression()Expression<?>	a:isAscending()boolean	a:reverse()Order
ParameterExpression	I<T>	Parameter<T>;Expression<T>
Path	I<X>	Expression<X>	a:get<E,C:Collection<E>>(PluralAttribute<X,C,E>)Expression<C>	a:get<K,V,M:Map<K,V>>(MapAttribute<X,K,V>)Expression<M>	a:get<Y>(String)Path<Y>	a:get<Y>(SingularAttribute<-X,Y>)Path<Y>	a:getModel()Bindable<X>	a:getParentPath()Path<?>	a:type()Expression<Class<+X>>
PluralJoin	I<Z,C,E>	Join<Z,E>	a:getModel()PluralAttribute<-Z,C,E>
Predicate	I	Expression<Boolean>	a:getExpressions()List<Expression<Boolean>>	a:getOperator()Predicate$BooleanOperator	a:isNegated()boolean	a:not()Predicate
Predicate$BooleanOperator	Efs	Enum<Predicate$BooleanOperator>	e:AND=Predicate$BooleanOperator	e:OR=Predicate$BooleanOperator	s:valueOf(String)Predicate$BooleanOperator	s:values()Predicate$BooleanOperator[]
Root	I<X>	From<X,X>	a:getModel()EntityType<X>
Selection	I<X>	TupleElement<X>	a:alias(String)Selection<X>	a:getCompoundSelectionItems()List<Selection<?>>	a:isCompoundSelection()boolean
SetJoin	I<Z,E>	PluralJoin<Z,Set<E>,E>	a:getModel()SetAttribute<-Z,E>	a:on(Expression<Boolean>)SetJoin<Z,E>	av:on(Predicate[])SetJoin<Z,E>
Subquery	I<T>	AbstractQuery<T>;Expression<T>	a:correlate<X,K,V>(MapJoin<X,K,V>)MapJoin<X,K,V>	a:correlate<X,Y>(CollectionJoin<X,Y>)CollectionJoin<X,Y>	a:correlate<X,Y>(Join<X,Y>)Join<X,Y>	a:correlate<X,Y>(ListJoin<X,Y>)ListJoin<X,Y>	a:correlate<X,Y>(SetJoin<X,Y>)SetJoin<X,Y>	a:correlate<Y>(Root<Y>)Root<Y>	a:distinct(boolean)Subquery<T>	a:getContainingQuery()CommonAbstractCriteria	a:getCorrelatedJoins()Set<Join<?,?>>	a:getParent()AbstractQuery<?>	a:getSelection()Expression<T>	a:groupBy(List<Expression<?>>)Subquery<T>	a:having(Expression<Boolean>)Subquery<T>	a:select(Expression<T>)Subquery<T>	a:where(Expression<Boolean>)Subquery<T>	av:groupBy(Expression<?>[])Subquery<T>	av:having(Predicate[])Subquery<T>	av:where(Predicate[])Subquery<T>
@javax.persistence.metamodel
Attribute	I<X,Y>		a:getDeclaringType()ManagedType<X>	a:getJavaMember()Member	a:getJavaType()Class<Y>	a:getName()String	a:getPersistentAttributeType()Attribute$PersistentAttributeType	a:isAssociation()boolean	a:isCollection()boolean
Attribute$PersistentAttributeType	Efs	Enum<Attribute$PersistentAttributeType>	e:MANY_TO_ONE=Attribute$PersistentAttributeType	e:ONE_TO_ONE=Attribute$PersistentAttributeType	e:BASIC=Attribute$PersistentAttributeType	e:EMBEDDED=Attribute$PersistentAttributeType	e:MANY_TO_MANY=Attribute$PersistentAttributeType	e:ONE_TO_MANY=Attribute$PersistentAttributeType	e:ELEMENT_COLLECTION=Attribute$PersistentAttributeType	s:valueOf(String)Attribute$PersistentAttributeType	s:values()Attribute$PersistentAttributeType[]
BasicType	I<X>	javax.persistence.metamodel.Type<X>
Bindable	I<T>		a:getBindableJavaType()Class<T>	a:getBindableType()Bindable$BindableType
Bindable$BindableType	Efs	Enum<Bindable$BindableType>	e:SINGULAR_ATTRIBUTE=Bindable$BindableType	e:PLURAL_ATTRIBUTE=Bindable$BindableType	e:ENTITY_TYPE=Bindable$BindableType	s:valueOf(String)Bindable$BindableType	s:values()Bindable$BindableType[]
CollectionAttribute	I<X,E>	PluralAttribute<X,Collection<E>,E>
EmbeddableType	I<X>	ManagedType<X>
EntityType	I<X>	IdentifiableType<X>;Bindable<X>	a:getName()String
IdentifiableType	I<X>	ManagedType<X>	a:getDeclaredId<Y>(Class<Y>)SingularAttribute<X,Y>	a:getDeclaredVersion<Y>(Class<Y>)SingularAttribute<X,Y>	a:getId<Y>(Class<Y>)SingularAttribute<-X,Y>	a:getIdClassAttributes()Set<SingularAttribute<-X,?>>	a:getIdType()javax.persistence.metamodel.Type<?>	a:getSupertype()IdentifiableType<-X>	a:getVersion<Y>(Class<Y>)SingularAttribute<-X,Y>	a:hasSingleIdAttribute()boolean	a:hasVersionAttribute()boolean
ListAttribute	I<X,E>	PluralAttribute<X,List<E>,E>
ManagedType	I<X>	javax.persistence.metamodel.Type<X>	a:getAttribute(String)Attribute<-X,?>	a:getAttributes()Set<Attribute<-X,?>>	a:getCollection(String)CollectionAttribute<-X,?>	a:getCollection<E>(String,Class<E>)CollectionAttribute<-X,E>	a:getDeclaredAttribute(String)Attribute<X,?>	a:getDeclaredAttributes()Set<Attribute<X,?>>	a:getDeclaredCollection(String)CollectionAttribute<X,?>	a:getDeclaredCollection<E>(String,Class<E>)CollectionAttribute<X,E>	a:getDeclaredList(String)ListAttribute<X,?>	a:getDeclaredList<E>(String,Class<E>)ListAttribute<X,E>	a:getDeclaredMap(String)MapAttribute<X,?,?>	a:getDeclaredMap<K,V>(String,Class<K>,Class<V>)MapAttribute<X,K,V>	a:getDeclaredPluralAttributes()Set<PluralAttribute<X,?,?>>	a:getDeclaredSet(String)SetAttribute<X,?>	a:getDeclaredSet<E>(String,Class<E>)SetAttribute<X,E>	a:getDeclaredSingularAttribute(String)SingularAttribute<X,?>	a:getDeclaredSingularAttribute<Y>(String,Class<Y>)SingularAttribute<X,Y>	a:getDeclaredSingularAttributes()Set<SingularAttribute<X,?>>	a:getList(String)ListAttribute<-X,?>	a:getList<E>(String,Class<E>)ListAttribute<-X,E>	a:getMap(String)MapAttribute<-X,?,?>	a:getMap<K,V>(String,Class<K>,Class<V>)MapAttribute<-X,K,V>	a:getPluralAttributes()Set<PluralAttribute<-X,?,?>>	a:getSet(String)SetAttribute<-X,?>	a:getSet<E>(String,Class<E>)SetAttribute<-X,E>	a:getSingularAttribute(String)SingularAttribute<-X,?>	a:getSingularAttribute<Y>(String,Class<Y>)SingularAttribute<-X,Y>	a:getSingularAttributes()Set<SingularAttribute<-X,?>>
MapAttribute	I<X,K,V>	PluralAttribute<X,Map<K,V>,V>	a:getKeyJavaType()Class<K>	a:getKeyType()javax.persistence.metamodel.Type<K>
MappedSuperclassType	I<X>	IdentifiableType<X>
Metamodel	I		a:embeddable<X>(Class<X>)EmbeddableType<X>	a:entity<X>(Class<X>)EntityType<X>	a:getEmbeddables()Set<EmbeddableType<?>>	a:getEntities()Set<EntityType<?>>	a:getManagedTypes()Set<ManagedType<?>>	a:managedType<X>(Class<X>)ManagedType<X>
PluralAttribute	I<X,C,E>	Attribute<X,C>;Bindable<E>	a:getCollectionType()PluralAttribute$CollectionType	a:getElementType()javax.persistence.metamodel.Type<E>
PluralAttribute$CollectionType	Efs	Enum<PluralAttribute$CollectionType>	e:COLLECTION=PluralAttribute$CollectionType	e:SET=PluralAttribute$CollectionType	e:LIST=PluralAttribute$CollectionType	e:MAP=PluralAttribute$CollectionType	s:valueOf(String)PluralAttribute$CollectionType	s:values()PluralAttribute$CollectionType[]
SetAttribute	I<X,E>	PluralAttribute<X,Set<E>,E>
SingularAttribute	I<X,T>	Attribute<X,T>;Bindable<T>	a:getType()javax.persistence.metamodel.Type<T>	a:isId()boolean	a:isOptional()boolean	a:isVersion()boolean
StaticMetamodel	A	Annotation	a:value()Class<?>
Type	I<X>		a:getJavaType()Class<X>	a:getPersistenceType()Type$PersistenceType
Type$PersistenceType	Efs	Enum<Type$PersistenceType>	e:ENTITY=Type$PersistenceType	e:EMBEDDABLE=Type$PersistenceType	e:MAPPED_SUPERCLASS=Type$PersistenceType	e:BASIC=Type$PersistenceType	s:valueOf(String)Type$PersistenceType	s:values()Type$PersistenceType[]
@javax.servlet
AsyncContext	I		a:addListener(AsyncListener)	a:addListener(AsyncListener,ServletRequest,ServletResponse)	a:complete()	a:createListener<T:AsyncListener>(Class<T>)T	a:dispatch(String)	a:dispatch(ServletContext,String)	a:dispatch()	a:getRequest()ServletRequest	a:getResponse()ServletResponse	a:getTimeout()long	a:hasOriginalRequestAndResponse()boolean	a:setTimeout(long)	a:start(Runnable)	s:ASYNC_CONTEXT_PATH=String="javax.servlet.async.context_path"	s:ASYNC_MAPPING=String="javax.servlet.async.mapping"	s:ASYNC_PATH_INFO=String="javax.servlet.async.path_info"	s:ASYNC_QUERY_STRING=String="javax.servlet.async.query_string"	s:ASYNC_REQUEST_URI=String="javax.servlet.async.request_uri"	s:ASYNC_SERVLET_PATH=String="javax.servlet.async.servlet_path"
AsyncEvent	C		getAsyncContext()AsyncContext	getSuppliedRequest()ServletRequest	getSuppliedResponse()ServletResponse	getThrowable()Throwable	new(AsyncContext)	new(AsyncContext,Throwable)	new(AsyncContext,ServletRequest,ServletResponse)	new(AsyncContext,ServletRequest,ServletResponse,Throwable)
AsyncListener	I	EventListener	a:onComplete(AsyncEvent)	a:onError(AsyncEvent)	a:onStartAsync(AsyncEvent)	a:onTimeout(AsyncEvent)
DispatcherType	Ef	Enum<DispatcherType>	e:FORWARD=DispatcherType	e:INCLUDE=DispatcherType	e:REQUEST=DispatcherType	e:ASYNC=DispatcherType	e:ERROR=DispatcherType	s:valueOf(String)DispatcherType	s:values()DispatcherType[]
Filter	I		a:doFilter(ServletRequest,ServletResponse,FilterChain)	d:destroy()	d:init(FilterConfig)
FilterChain	I		a:doFilter(ServletRequest,ServletResponse)
FilterConfig	I		a:getFilterName()String	a:getInitParameter(String)String	a:getInitParameterNames()Enumeration<String>	a:getServletContext()ServletContext
FilterRegistration	I	Registration	a:getServletNameMappings()Collection<String>	a:getUrlPatternMappings()Collection<String>	av:addMappingForServletNames(EnumSet<DispatcherType>,boolean,String[])	av:addMappingForUrlPatterns(EnumSet<DispatcherType>,boolean,String[])
FilterRegistration$Dynamic	Is	FilterRegistration;Registration$Dynamic
GenericFilter	Ca	;Filter;FilterConfig;Serializable	getFilterConfig()FilterConfig	getFilterName()String	getInitParameter(String)String	getInitParameterNames()Enumeration<String>	getServletContext()ServletContext	init(FilterConfig)	init()	new()
GenericServlet	Ca	;Servlet;ServletConfig;Serializable	a:service(ServletRequest,ServletResponse)	destroy()	getInitParameter(String)String	getInitParameterNames()Enumeration<String>	getServletConfig()ServletConfig	getServletContext()ServletContext	getServletInfo()String	getServletName()String	init(ServletConfig)	init()	log(String)	log(String,Throwable)	new()
HttpConstraintElement	C		getEmptyRoleSemantic()ServletSecurity$EmptyRoleSemantic	getRolesAllowed()String[]	getTransportGuarantee()ServletSecurity$TransportGuarantee	new(ServletSecurity$EmptyRoleSemantic)	new()	v:new(ServletSecurity$EmptyRoleSemantic,ServletSecurity$TransportGuarantee,String[])	v:new(ServletSecurity$TransportGuarantee,String[])
HttpMethodConstraintElement	C	HttpConstraintElement	getMethodName()String	new(String)	new(String,HttpConstraintElement)
MultipartConfigElement	C		getFileSizeThreshold()int	getLocation()String	getMaxFileSize()long	getMaxRequestSize()long	new(String)	new(String,long,long,int)	new(MultipartConfig)
ReadListener	I	EventListener	a:onAllDataRead()	a:onDataAvailable()	a:onError(Throwable)
Registration	I		a:getClassName()String	a:getInitParameter(String)String	a:getInitParameters()Map<String,String>	a:getName()String	a:setInitParameter(String,String)boolean	a:setInitParameters(Map<String,String>)Set<String>
Registration$Dynamic	Is	Registration	a:setAsyncSupported(boolean)
RequestDispatcher	I		a:forward(ServletRequest,ServletResponse)	a:include(ServletRequest,ServletResponse)	s:ERROR_EXCEPTION=String="javax.servlet.error.exception"	s:ERROR_EXCEPTION_TYPE=String="javax.servlet.error.exception_type"	s:ERROR_MESSAGE=String="javax.servlet.error.message"	s:ERROR_REQUEST_URI=String="javax.servlet.error.request_uri"	s:ERROR_SERVLET_NAME=String="javax.servlet.error.servlet_name"	s:ERROR_STATUS_CODE=String="javax.servlet.error.status_code"	s:FORWARD_CONTEXT_PATH=String="javax.servlet.forward.context_path"	s:FORWARD_MAPPING=String="javax.servlet.forward.mapping"	s:FORWARD_PATH_INFO=String="javax.servlet.forward.path_info"	s:FORWARD_QUERY_STRING=String="javax.servlet.forward.query_string"	s:FORWARD_REQUEST_URI=String="javax.servlet.forward.request_uri"	s:FORWARD_SERVLET_PATH=String="javax.servlet.forward.servlet_path"	s:INCLUDE_CONTEXT_PATH=String="javax.servlet.include.context_path"	s:INCLUDE_MAPPING=String="javax.servlet.include.mapping"	s:INCLUDE_PATH_INFO=String="javax.servlet.include.path_info"	s:INCLUDE_QUERY_STRING=String="javax.servlet.include.query_string"	s:INCLUDE_REQUEST_URI=String="javax.servlet.include.request_uri"	s:INCLUDE_SERVLET_PATH=String="javax.servlet.include.servlet_path"
Servlet	I		a:destroy()	a:getServletConfig()ServletConfig	a:getServletInfo()String	a:init(ServletConfig)	a:service(ServletRequest,ServletResponse)
ServletConfig	I		a:getInitParameter(String)String	a:getInitParameterNames()Enumeration<String>	a:getServletContext()ServletContext	a:getServletName()String
ServletContainerInitializer	I		a:onStartup(Set<Class<?>>,ServletContext)
ServletContext	I		a:addFilter(String,Class<+Filter>)FilterRegistration$Dynamic	a:addFilter(String,String)FilterRegistration$Dynamic	a:addFilter(String,Filter)FilterRegistration$Dynamic	a:addJspFile(String,String)ServletRegistration$Dynamic	a:addListener(Class<+EventListener>)	a:addListener(String)	a:addListener<T:EventListener>(T)	a:addServlet(String,Class<+Servlet>)ServletRegistration$Dynamic	a:addServlet(String,String)ServletRegistration$Dynamic	a:addServlet(String,Servlet)ServletRegistration$Dynamic	a:createFilter<T:Filter>(Class<T>)T	a:createListener<T:EventListener>(Class<T>)T	a:createServlet<T:Servlet>(Class<T>)T	a:getAttribute(String)Object	a:getAttributeNames()Enumeration<String>	a:getClassLoader()ClassLoader	a:getContext(String)ServletContext	a:getContextPath()String	a:getDefaultSessionTrackingModes()Set<SessionTrackingMode>	a:getEffectiveMajorVersion()int	a:getEffectiveMinorVersion()int	a:getEffectiveSessionTrackingModes()Set<SessionTrackingMode>	a:getFilterRegistration(String)FilterRegistration	a:getFilterRegistrations()Map<String,+FilterRegistration>	a:getInitParameter(String)String	a:getInitParameterNames()Enumeration<String>	a:getJspConfigDescriptor()JspConfigDescriptor	a:getMajorVersion()int	a:getMimeType(String)String	a:getMinorVersion()int	a:getNamedDispatcher(String)RequestDispatcher	a:getRealPath(String)String	a:getRequestCharacterEncoding()String	a:getRequestDispatcher(String)RequestDispatcher	a:getResource(String)URL	a:getResourceAsStream(String)InputStream	a:getResourcePaths(String)Set<String>	a:getResponseCharacterEncoding()String	a:getServerInfo()String	a:getServlet(String)Servlet	a:getServletContextName()String	a:getServletNames()Enumeration<String>	a:getServletRegistration(String)ServletRegistration	a:getServletRegistrations()Map<String,+ServletRegistration>	a:getServlets()Enumeration<Servlet>	a:getSessionCookieConfig()SessionCookieConfig	a:getSessionTimeout()int	a:getVirtualServerName()String	a:log(Exception,String)	a:log(String)	a:log(String,Throwable)	a:removeAttribute(String)	a:setAttribute(String,Object)	a:setInitParameter(String,String)boolean	a:setRequestCharacterEncoding(String)	a:setResponseCharacterEncoding(String)	a:setSessionTimeout(int)	a:setSessionTrackingModes(Set<SessionTrackingMode>)	av:declareRoles(String[])	s:ORDERED_LIBS=String="javax.servlet.context.orderedLibs"	s:TEMPDIR=String="javax.servlet.context.tempdir"
ServletContextAttributeEvent	C	ServletContextEvent	getName()String	getValue()Object	new(ServletContext,String,Object)
ServletContextAttributeListener	I	EventListener	d:attributeAdded(ServletContextAttributeEvent)	d:attributeRemoved(ServletContextAttributeEvent)	d:attributeReplaced(ServletContextAttributeEvent)
ServletContextEvent	C	EventObject	getServletContext()ServletContext	new(ServletContext)
ServletContextListener	I	EventListener	d:contextDestroyed(ServletContextEvent)	d:contextInitialized(ServletContextEvent)
ServletException	C	Exception	getRootCause()Throwable	new(String)	new(String,Throwable)	new(Throwable)	new()
ServletInputStream	Ca	InputStream	a:isFinished()boolean	a:isReady()boolean	a:setReadListener(ReadListener)	p:new()	readLine(byte[],int,int)int
ServletOutputStream	Ca	OutputStream	a:isReady()boolean	a:setWriteListener(WriteListener)	p:new()	print(String)	print(boolean)	print(char)	print(double)	print(float)	print(int)	print(long)	println(String)	println()	println(boolean)	println(char)	println(double)	println(float)	println(int)	println(long)
ServletRegistration	I	Registration	a:getMappings()Collection<String>	a:getRunAsRole()String	av:addMapping(String[])Set<String>
ServletRegistration$Dynamic	Is	ServletRegistration;Registration$Dynamic	a:setLoadOnStartup(int)	a:setMultipartConfig(MultipartConfigElement)	a:setRunAsRole(String)	a:setServletSecurity(ServletSecurityElement)Set<String>
ServletRequest	I		a:getAsyncContext()AsyncContext	a:getAttribute(String)Object	a:getAttributeNames()Enumeration<String>	a:getCharacterEncoding()String	a:getContentLength()int	a:getContentLengthLong()long	a:getContentType()String	a:getDispatcherType()DispatcherType	a:getInputStream()ServletInputStream	a:getLocalAddr()String	a:getLocalName()String	a:getLocalPort()int	a:getLocale()Locale	a:getLocales()Enumeration<Locale>	a:getParameter(String)String	a:getParameterMap()Map<String,String[]>	a:getParameterNames()Enumeration<String>	a:getParameterValues(String)String[]	a:getProtocol()String	a:getReader()BufferedReader	a:getRealPath(String)String	a:getRemoteAddr()String	a:getRemoteHost()String	a:getRemotePort()int	a:getRequestDispatcher(String)RequestDispatcher	a:getScheme()String	a:getServerName()String	a:getServerPort()int	a:getServletContext()ServletContext	a:isAsyncStarted()boolean	a:isAsyncSupported()boolean	a:isSecure()boolean	a:removeAttribute(String)	a:setAttribute(String,Object)	a:setCharacterEncoding(String)	a:startAsync(ServletRequest,ServletResponse)AsyncContext	a:startAsync()AsyncContext
ServletRequestAttributeEvent	C	ServletRequestEvent	getName()String	getValue()Object	new(ServletContext,ServletRequest,String,Object)
ServletRequestAttributeListener	I	EventListener	d:attributeAdded(ServletRequestAttributeEvent)	d:attributeRemoved(ServletRequestAttributeEvent)	d:attributeReplaced(ServletRequestAttributeEvent)
ServletRequestEvent	C	EventObject	getServletContext()ServletContext	getServletRequest()ServletRequest	new(ServletContext,ServletRequest)
ServletRequestListener	I	EventListener	d:requestDestroyed(ServletRequestEvent)	d:requestInitialized(ServletRequestEvent)
ServletRequestWrapper	C	;ServletRequest	getAsyncContext()AsyncContext	getAttribute(String)Object	getAttributeNames()Enumeration<String>	getCharacterEncoding()String	getContentLength()int	getContentLengthLong()long	getContentType()String	getDispatcherType()DispatcherType	getInputStream()ServletInputStream	getLocalAddr()String	getLocalName()String	getLocalPort()int	getLocale()Locale	getLocales()Enumeration<Locale>	getParameter(String)String	getParameterMap()Map<String,String[]>	getParameterNames()Enumeration<String>	getParameterValues(String)String[]	getProtocol()String	getReader()BufferedReader	getRealPath(String)String	getRemoteAddr()String	getRemoteHost()String	getRemotePort()int	getRequest()ServletRequest	getRequestDispatcher(String)RequestDispatcher	getScheme()String	getServerName()String	getServerPort()int	getServletContext()ServletContext	isAsyncStarted()boolean	isAsyncSupported()boolean	isSecure()boolean	isWrapperFor(Class<?>)boolean	isWrapperFor(ServletRequest)boolean	new(ServletRequest)	removeAttribute(String)	setAttribute(String,Object)	setCharacterEncoding(String)	setRequest(ServletRequest)	startAsync(ServletRequest,ServletResponse)AsyncContext	startAsync()AsyncContext
ServletResponse	I		a:flushBuffer()	a:getBufferSize()int	a:getCharacterEncoding()String	a:getContentType()String	a:getLocale()Locale	a:getOutputStream()ServletOutputStream	a:getWriter()PrintWriter	a:isCommitted()boolean	a:reset()	a:resetBuffer()	a:setBufferSize(int)	a:setCharacterEncoding(String)	a:setContentLength(int)	a:setContentLengthLong(long)	a:setContentType(String)	a:setLocale(Locale)
ServletResponseWrapper	C	;ServletResponse	flushBuffer()	getBufferSize()int	getCharacterEncoding()String	getContentType()String	getLocale()Locale	getOutputStream()ServletOutputStream	getResponse()ServletResponse	getWriter()PrintWriter	isCommitted()boolean	isWrapperFor(Class<?>)boolean	isWrapperFor(ServletResponse)boolean	new(ServletResponse)	reset()	resetBuffer()	setBufferSize(int)	setCharacterEncoding(String)	setContentLength(int)	setContentLengthLong(long)	setContentType(String)	setLocale(Locale)	setResponse(ServletResponse)
ServletSecurityElement	C	HttpConstraintElement	getHttpMethodConstraints()Collection<HttpMethodConstraintElement>	getMethodNames()Collection<String>	new(Collection<HttpMethodConstraintElement>)	new(HttpConstraintElement)	new(HttpConstraintElement,Collection<HttpMethodConstraintElement>)	new(ServletSecurity)	new()
SessionCookieConfig	I		a:getComment()String	a:getDomain()String	a:getMaxAge()int	a:getName()String	a:getPath()String	a:isHttpOnly()boolean	a:isSecure()boolean	a:setComment(String)	a:setDomain(String)	a:setHttpOnly(boolean)	a:setMaxAge(int)	a:setName(String)	a:setPath(String)	a:setSecure(boolean)
SessionTrackingMode	Ef	Enum<SessionTrackingMode>	e:COOKIE=SessionTrackingMode	e:URL=SessionTrackingMode	e:SSL=SessionTrackingMode	s:valueOf(String)SessionTrackingMode	s:values()SessionTrackingMode[]
SingleThreadModel	I	
UnavailableException	C	ServletException	getServlet()Servlet	getUnavailableSeconds()int	isPermanent()boolean	new(String)	new(String,int)	new(Servlet,String)	new(int,Servlet,String)
WriteListener	I	EventListener	a:onError(Throwable)	a:onWritePossible()
@javax.servlet.annotation
HandlesTypes	A	Annotation	a:value()Class<?>[]
HttpConstraint	A	Annotation	a:rolesAllowed()String[]	a:transportGuarantee()ServletSecurity$TransportGuarantee	a:value()ServletSecurity$EmptyRoleSemantic
HttpMethodConstraint	A	Annotation	a:emptyRoleSemantic()ServletSecurity$EmptyRoleSemantic	a:rolesAllowed()String[]	a:transportGuarantee()ServletSecurity$TransportGuarantee	a:value()String
MultipartConfig	A	Annotation	a:fileSizeThreshold()int	a:location()String	a:maxFileSize()long	a:maxRequestSize()long
ServletSecurity	A	Annotation	a:httpMethodConstraints()HttpMethodConstraint[]	a:value()HttpConstraint
ServletSecurity$EmptyRoleSemantic	Efs	Enum<ServletSecurity$EmptyRoleSemantic>	e:PERMIT=ServletSecurity$EmptyRoleSemantic	e:DENY=ServletSecurity$EmptyRoleSemantic	s:valueOf(String)ServletSecurity$EmptyRoleSemantic	s:values()ServletSecurity$EmptyRoleSemantic[]
ServletSecurity$TransportGuarantee	Efs	Enum<ServletSecurity$TransportGuarantee>	e:NONE=ServletSecurity$TransportGuarantee	e:CONFIDENTIAL=ServletSecurity$TransportGuarantee	s:valueOf(String)ServletSecurity$TransportGuarantee	s:values()ServletSecurity$TransportGuarantee[]
WebFilter	A	Annotation	a:asyncSupported()boolean	a:description()String	a:dispatcherTypes()DispatcherType[]	a:displayName()String	a:filterName()String	a:initParams()WebInitParam[]	a:largeIcon()String	a:servletNames()String[]	a:smallIcon()String	a:urlPatterns()String[]	a:value()String[]
WebInitParam	A	Annotation	a:description()String	a:name()String	a:value()String
WebListener	A	Annotation	a:value()String
WebServlet	A	Annotation	a:asyncSupported()boolean	a:description()String	a:displayName()String	a:initParams()WebInitParam[]	a:largeIcon()String	a:loadOnStartup()int	a:name()String	a:smallIcon()String	a:urlPatterns()String[]	a:value()String[]
@javax.servlet.descriptor
JspConfigDescriptor	I		a:getJspPropertyGroups()Collection<JspPropertyGroupDescriptor>	a:getTaglibs()Collection<TaglibDescriptor>
JspPropertyGroupDescriptor	I		a:getBuffer()String	a:getDefaultContentType()String	a:getDeferredSyntaxAllowedAsLiteral()String	a:getElIgnored()String	a:getErrorOnUndeclaredNamespace()String	a:getIncludeCodas()Collection<String>	a:getIncludePreludes()Collection<String>	a:getIsXml()String	a:getPageEncoding()String	a:getScriptingInvalid()String	a:getTrimDirectiveWhitespaces()String	a:getUrlPatterns()Collection<String>
TaglibDescriptor	I		a:getTaglibLocation()String	a:getTaglibURI()String
@javax.servlet.http
Cookie	C	;Cloneable;Serializable	clone()Object	getComment()String	getDomain()String	getMaxAge()int	getName()String	getPath()String	getSecure()boolean	getValue()String	getVersion()int	isHttpOnly()boolean	new(String,String)	setComment(String)	setDomain(String)	setHttpOnly(boolean)	setMaxAge(int)	setPath(String)	setSecure(boolean)	setValue(String)	setVersion(int)
HttpFilter	Ca	GenericFilter	doFilter(ServletRequest,ServletResponse,FilterChain)	new()	p:doFilter(HttpServletRequest,HttpServletResponse,FilterChain)
HttpServlet	Ca	GenericServlet	new()	p:doDelete(HttpServletRequest,HttpServletResponse)	p:doGet(HttpServletRequest,HttpServletResponse)	p:doHead(HttpServletRequest,HttpServletResponse)	p:doOptions(HttpServletRequest,HttpServletResponse)	p:doPost(HttpServletRequest,HttpServletResponse)	p:doPut(HttpServletRequest,HttpServletResponse)	p:doTrace(HttpServletRequest,HttpServletResponse)	p:getLastModified(HttpServletRequest)long	p:service(HttpServletRequest,HttpServletResponse)	service(ServletRequest,ServletResponse)
HttpServletMapping	I		a:getMappingMatch()MappingMatch	a:getMatchValue()String	a:getPattern()String	a:getServletName()String
HttpServletRequest	I	ServletRequest	a:authenticate(HttpServletResponse)boolean	a:changeSessionId()String	a:getAuthType()String	a:getContextPath()String	a:getCookies()Cookie[]	a:getDateHeader(String)long	a:getHeader(String)String	a:getHeaderNames()Enumeration<String>	a:getHeaders(String)Enumeration<String>	a:getIntHeader(String)int	a:getMethod()String	a:getPart(String)javax.servlet.http.Part	a:getParts()Collection<javax.servlet.http.Part>	a:getPathInfo()String	a:getPathTranslated()String	a:getQueryString()String	a:getRemoteUser()String	a:getRequestURI()String	a:getRequestURL()StringBuffer	a:getRequestedSessionId()String	a:getServletPath()String	a:getSession()HttpSession	a:getSession(boolean)HttpSession	a:getUserPrincipal()Principal	a:isRequestedSessionIdFromCookie()boolean	a:isRequestedSessionIdFromURL()boolean	a:isRequestedSessionIdFromUrl()boolean	a:isRequestedSessionIdValid()boolean	a:isUserInRole(String)boolean	a:login(String,String)	a:logout()	a:upgrade<T:HttpUpgradeHandler>(Class<T>)T	d:getHttpServletMapping()HttpServletMapping	d:getTrailerFields()Map<String,String>	d:isTrailerFieldsReady()boolean	d:newPushBuilder()PushBuilder	s:BASIC_AUTH=String="BASIC"	s:CLIENT_CERT_AUTH=String="CLIENT_CERT"	s:DIGEST_AUTH=String="DIGEST"	s:FORM_AUTH=String="FORM"
HttpServletRequestWrapper	C	ServletRequestWrapper;HttpServletRequest	authenticate(HttpServletResponse)boolean	changeSessionId()String	getAuthType()String	getContextPath()String	getCookies()Cookie[]	getDateHeader(String)long	getHeader(String)String	getHeaderNames()Enumeration<String>	getHeaders(String)Enumeration<String>	getHttpServletMapping()HttpServletMapping	getIntHeader(String)int	getMethod()String	getPart(String)javax.servlet.http.Part	getParts()Collection<javax.servlet.http.Part>	getPathInfo()String	getPathTranslated()String	getQueryString()String	getRemoteUser()String	getRequestURI()String	getRequestURL()StringBuffer	getRequestedSessionId()String	getServletPath()String	getSession()HttpSession	getSession(boolean)HttpSession	getTrailerFields()Map<String,String>	getUserPrincipal()Principal	isRequestedSessionIdFromCookie()boolean	isRequestedSessionIdFromURL()boolean	isRequestedSessionIdFromUrl()boolean	isRequestedSessionIdValid()boolean	isTrailerFieldsReady()boolean	isUserInRole(String)boolean	login(String,String)	logout()	new(HttpServletRequest)	newPushBuilder()PushBuilder	upgrade<T:HttpUpgradeHandler>(Class<T>)T
HttpServletResponse	I	ServletResponse	a:addCookie(Cookie)	a:addDateHeader(String,long)	a:addHeader(String,String)	a:addIntHeader(String,int)	a:containsHeader(String)boolean	a:encodeRedirectURL(String)String	a:encodeRedirectUrl(String)String	a:encodeURL(String)String	a:encodeUrl(String)String	a:getHeader(String)String	a:getHeaderNames()Collection<String>	a:getHeaders(String)Collection<String>	a:getStatus()int	a:sendError(int)	a:sendError(int,String)	a:sendRedirect(String)	a:setDateHeader(String,long)	a:setHeader(String,String)	a:setIntHeader(String,int)	a:setStatus(int)	a:setStatus(int,String)	d:getTrailerFields()Supplier<Map<String,String>>	d:setTrailerFields(Supplier<Map<String,String>>)	s:SC_ACCEPTED=int=202	s:SC_BAD_GATEWAY=int=502	s:SC_BAD_REQUEST=int=400	s:SC_CONFLICT=int=409	s:SC_CONTINUE=int=100	s:SC_CREATED=int=201	s:SC_EXPECTATION_FAILED=int=417	s:SC_FORBIDDEN=int=403	s:SC_FOUND=int=302	s:SC_GATEWAY_TIMEOUT=int=504	s:SC_GONE=int=410	s:SC_HTTP_VERSION_NOT_SUPPORTED=int=505	s:SC_INTERNAL_SERVER_ERROR=int=500	s:SC_LENGTH_REQUIRED=int=411	s:SC_METHOD_NOT_ALLOWED=int=405	s:SC_MOVED_PERMANENTLY=int=301	s:SC_MOVED_TEMPORARILY=int=302	s:SC_MULTIPLE_CHOICES=int=300	s:SC_NON_AUTHORITATIVE_INFORMATION=int=203	s:SC_NOT_ACCEPTABLE=int=406	s:SC_NOT_FOUND=int=404	s:SC_NOT_IMPLEMENTED=int=501	s:SC_NOT_MODIFIED=int=304	s:SC_NO_CONTENT=int=204	s:SC_OK=int=200	s:SC_PARTIAL_CONTENT=int=206	s:SC_PAYMENT_REQUIRED=int=402	s:SC_PRECONDITION_FAILED=int=412	s:SC_PROXY_AUTHENTICATION_REQUIRED=int=407	s:SC_REQUESTED_RANGE_NOT_SATISFIABLE=int=416	s:SC_REQUEST_ENTITY_TOO_LARGE=int=413	s:SC_REQUEST_TIMEOUT=int=408	s:SC_REQUEST_URI_TOO_LONG=int=414	s:SC_RESET_CONTENT=int=205	s:SC_SEE_OTHER=int=303	s:SC_SERVICE_UNAVAILABLE=int=503	s:SC_SWITCHING_PROTOCOLS=int=101	s:SC_TEMPORARY_REDIRECT=int=307	s:SC_UNAUTHORIZED=int=401	s:SC_UNSUPPORTED_MEDIA_TYPE=int=415	s:SC_USE_PROXY=int=305
HttpServletResponseWrapper	C	ServletResponseWrapper;HttpServletResponse	addCookie(Cookie)	addDateHeader(String,long)	addHeader(String,String)	addIntHeader(String,int)	containsHeader(String)boolean	encodeRedirectURL(String)String	encodeRedirectUrl(String)String	encodeURL(String)String	encodeUrl(String)String	getHeader(String)String	getHeaderNames()Collection<String>	getHeaders(String)Collection<String>	getStatus()int	getTrailerFields()Supplier<Map<String,String>>	new(HttpServletResponse)	sendError(int)	sendError(int,String)	sendRedirect(String)	setDateHeader(String,long)	setHeader(String,String)	setIntHeader(String,int)	setStatus(int)	setStatus(int,String)	setTrailerFields(Supplier<Map<String,String>>)
HttpSession	I		a:getAttribute(String)Object	a:getAttributeNames()Enumeration<String>	a:getCreationTime()long	a:getId()String	a:getLastAccessedTime()long	a:getMaxInactiveInterval()int	a:getServletContext()ServletContext	a:getSessionContext()HttpSessionContext	a:getValue(String)Object	a:getValueNames()String[]	a:invalidate()	a:isNew()boolean	a:putValue(String,Object)	a:removeAttribute(String)	a:removeValue(String)	a:setAttribute(String,Object)	a:setMaxInactiveInterval(int)
HttpSessionActivationListener	I	EventListener	d:sessionDidActivate(HttpSessionEvent)	d:sessionWillPassivate(HttpSessionEvent)
HttpSessionAttributeListener	I	EventListener	d:attributeAdded(HttpSessionBindingEvent)	d:attributeRemoved(HttpSessionBindingEvent)	d:attributeReplaced(HttpSessionBindingEvent)
HttpSessionBindingEvent	C	HttpSessionEvent	getName()String	getSession()HttpSession	getValue()Object	new(HttpSession,String)	new(HttpSession,String,Object)
HttpSessionBindingListener	I	EventListener	d:valueBound(HttpSessionBindingEvent)	d:valueUnbound(HttpSessionBindingEvent)
HttpSessionContext	I		a:getIds()Enumeration<String>	a:getSession(String)HttpSession
HttpSessionEvent	C	EventObject	getSession()HttpSession	new(HttpSession)
HttpSessionIdListener	I	EventListener	a:sessionIdChanged(HttpSessionEvent,String)
HttpSessionListener	I	EventListener	d:sessionCreated(HttpSessionEvent)	d:sessionDestroyed(HttpSessionEvent)
HttpUpgradeHandler	I		a:destroy()	a:init(WebConnection)
HttpUtils	C		new()	s:getRequestURL(HttpServletRequest)StringBuffer	s:parsePostData(int,ServletInputStream)Hashtable<String,String[]>	s:parseQueryString(String)Hashtable<String,String[]>
MappingMatch	Ef	Enum<MappingMatch>	e:CONTEXT_ROOT=MappingMatch	e:DEFAULT=MappingMatch	e:EXACT=MappingMatch	e:EXTENSION=MappingMatch	e:PATH=MappingMatch	s:valueOf(String)MappingMatch	s:values()MappingMatch[]
Part	I		a:delete()	a:getContentType()String	a:getHeader(String)String	a:getHeaderNames()Collection<String>	a:getHeaders(String)Collection<String>	a:getInputStream()InputStream	a:getName()String	a:getSize()long	a:getSubmittedFileName()String	a:write(String)
PushBuilder	I		a:addHeader(String,String)PushBuilder	a:getHeader(String)String	a:getHeaderNames()Set<String>	a:getMethod()String	a:getPath()String	a:getQueryString()String	a:getSessionId()String	a:method(String)PushBuilder	a:path(String)PushBuilder	a:push()	a:queryString(String)PushBuilder	a:removeHeader(String)PushBuilder	a:sessionId(String)PushBuilder	a:setHeader(String,String)PushBuilder
WebConnection	I	AutoCloseable	a:getInputStream()ServletInputStream	a:getOutputStream()ServletOutputStream
@javax.transaction
HeuristicCommitException	C	Exception	new(String)	new()
HeuristicMixedException	C	Exception	new(String)	new()
HeuristicRollbackException	C	Exception	new(String)	new()
InvalidTransactionException	C	RemoteException	new(String)	new()
NotSupportedException	C	Exception	new(String)	new()
RollbackException	C	Exception	new(String)	new()
Status	I		s:STATUS_ACTIVE=int=0	s:STATUS_COMMITTED=int=3	s:STATUS_COMMITTING=int=8	s:STATUS_MARKED_ROLLBACK=int=1	s:STATUS_NO_TRANSACTION=int=6	s:STATUS_PREPARED=int=2	s:STATUS_PREPARING=int=7	s:STATUS_ROLLEDBACK=int=4	s:STATUS_ROLLING_BACK=int=9	s:STATUS_UNKNOWN=int=5
Synchronization	I		a:afterCompletion(int)	a:beforeCompletion()
SystemException	C	Exception	errorCode=int	new(String)	new()	new(int)
Transaction	I		a:commit()	a:delistResource(XAResource,int)boolean	a:enlistResource(XAResource)boolean	a:getStatus()int	a:registerSynchronization(Synchronization)	a:rollback()	a:setRollbackOnly()
TransactionManager	I		a:begin()	a:commit()	a:getStatus()int	a:getTransaction()Transaction	a:resume(Transaction)	a:rollback()	a:setRollbackOnly()	a:setTransactionTimeout(int)	a:suspend()Transaction
TransactionRequiredException	C	RemoteException	new(String)	new()
TransactionRolledbackException	C	RemoteException	new(String)	new()
TransactionScoped	A	Annotation
TransactionSynchronizationRegistry	I		a:getResource(Object)Object	a:getRollbackOnly()boolean	a:getTransactionKey()Object	a:getTransactionStatus()int	a:putResource(Object,Object)	a:registerInterposedSynchronization(Synchronization)	a:setRollbackOnly()
Transactional	A	Annotation	a:dontRollbackOn()Class[]	a:rollbackOn()Class[]	a:value()Transactional$TxType
Transactional$TxType	Efs	Enum<Transactional$TxType>	e:REQUIRED=Transactional$TxType	e:REQUIRES_NEW=Transactional$TxType	e:MANDATORY=Transactional$TxType	e:SUPPORTS=Transactional$TxType	e:NOT_SUPPORTED=Transactional$TxType	e:NEVER=Transactional$TxType	s:valueOf(String)Transactional$TxType	s:values()Transactional$TxType[]
TransactionalException	C	RuntimeException	new(String,Throwable)
UserTransaction	I		a:begin()	a:commit()	a:getStatus()int	a:rollback()	a:setRollbackOnly()	a:setTransactionTimeout(int)
@javax.validation
BootstrapConfiguration	I		a:getClockProviderClassName()String	a:getConstraintMappingResourcePaths()Set<String>	a:getConstraintValidatorFactoryClassName()String	a:getDefaultProviderClassName()String	a:getDefaultValidatedExecutableTypes()Set<ExecutableType>	a:getMessageInterpolatorClassName()String	a:getParameterNameProviderClassName()String	a:getProperties()Map<String,String>	a:getTraversableResolverClassName()String	a:getValueExtractorClassNames()Set<String>	a:isExecutableValidationEnabled()boolean
ClockProvider	I		a:getClock()Clock
Configuration	I<T:Configuration<T>>		a:addMapping(InputStream)T	a:addProperty(String,String)T	a:addValueExtractor(ValueExtractor<?>)T	a:buildValidatorFactory()ValidatorFactory	a:clockProvider(ClockProvider)T	a:constraintValidatorFactory(ConstraintValidatorFactory)T	a:getBootstrapConfiguration()BootstrapConfiguration	a:getDefaultClockProvider()ClockProvider	a:getDefaultConstraintValidatorFactory()ConstraintValidatorFactory	a:getDefaultMessageInterpolator()MessageInterpolator	a:getDefaultParameterNameProvider()ParameterNameProvider	a:getDefaultTraversableResolver()TraversableResolver	a:ignoreXmlConfiguration()T	a:messageInterpolator(MessageInterpolator)T	a:parameterNameProvider(ParameterNameProvider)T	a:traversableResolver(TraversableResolver)T
Constraint	A	Annotation	a:validatedBy()Class<+ConstraintValidator<?,?>>[]
ConstraintDeclarationException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
ConstraintDefinitionException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
ConstraintTarget	Ef	Enum<ConstraintTarget>	e:IMPLICIT=ConstraintTarget	e:RETURN_VALUE=ConstraintTarget	e:PARAMETERS=ConstraintTarget	s:valueOf(String)ConstraintTarget	s:values()ConstraintTarget[]
ConstraintValidator	I<A:Annotation,T>		a:isValid(T,ConstraintValidatorContext)boolean	d:initialize(A)
ConstraintValidatorContext	I		a:buildConstraintViolationWithTemplate(String)ConstraintValidatorContext$ConstraintViolationBuilder	a:disableDefaultConstraintViolation()	a:getClockProvider()ClockProvider	a:getDefaultConstraintMessageTemplate()String	a:unwrap<T>(Class<T>)T
ConstraintValidatorContext$ConstraintViolationBuilder	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext	a:addParameterNode(int)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext
ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:inIterable()ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeContextBuilder
ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderDefinedContext	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext
ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeContextBuilder	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:atIndex(Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderDefinedContext	a:atKey(Object)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderDefinedContext
ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	Is		a:addConstraintViolation()ConstraintValidatorContext	a:inContainer(Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:inIterable()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeContextBuilder
ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderDefinedContext	Is		a:addConstraintViolation()ConstraintValidatorContext
ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeContextBuilder	Is		a:addConstraintViolation()ConstraintValidatorContext	a:atIndex(Integer)ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderDefinedContext	a:atKey(Object)ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderDefinedContext
ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:inContainer(Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:inIterable()ConstraintValidatorContext$ConstraintViolationBuilder$NodeContextBuilder
ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext
ConstraintValidatorContext$ConstraintViolationBuilder$NodeContextBuilder	Is		a:addBeanNode()ConstraintValidatorContext$ConstraintViolationBuilder$LeafNodeBuilderCustomizableContext	a:addConstraintViolation()ConstraintValidatorContext	a:addContainerElementNode(String,Class<?>,Integer)ConstraintValidatorContext$ConstraintViolationBuilder$ContainerElementNodeBuilderCustomizableContext	a:addNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:addPropertyNode(String)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderCustomizableContext	a:atIndex(Integer)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext	a:atKey(Object)ConstraintValidatorContext$ConstraintViolationBuilder$NodeBuilderDefinedContext
ConstraintValidatorFactory	I		a:getInstance<T:ConstraintValidator<?,?>>(Class<T>)T	a:releaseInstance(ConstraintValidator<?,?>)
ConstraintViolation	I<T>		a:getConstraintDescriptor()ConstraintDescriptor<?>	a:getExecutableParameters()Object[]	a:getExecutableReturnValue()Object	a:getInvalidValue()Object	a:getLeafBean()Object	a:getMessage()String	a:getMessageTemplate()String	a:getPropertyPath()javax.validation.Path	a:getRootBean()T	a:getRootBeanClass()Class<T>	a:unwrap<U>(Class<U>)U
ConstraintViolationException	C	ValidationException	getConstraintViolations()Set<ConstraintViolation<?>>	new(String,Set<+ConstraintViolation<?>>)	new(Set<+ConstraintViolation<?>>)
ElementKind	Ef	Enum<ElementKind>	e:BEAN=ElementKind	e:PROPERTY=ElementKind	e:METHOD=ElementKind	e:CONSTRUCTOR=ElementKind	e:PARAMETER=ElementKind	e:CROSS_PARAMETER=ElementKind	e:RETURN_VALUE=ElementKind	e:CONTAINER_ELEMENT=ElementKind	s:valueOf(String)ElementKind	s:values()ElementKind[]
GroupDefinitionException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
GroupSequence	A	Annotation	a:value()Class<?>[]
MessageInterpolator	I		a:interpolate(String,MessageInterpolator$Context)String	a:interpolate(String,MessageInterpolator$Context,Locale)String
MessageInterpolator$Context	Is		a:getConstraintDescriptor()ConstraintDescriptor<?>	a:getValidatedValue()Object	a:unwrap<T>(Class<T>)T
NoProviderFoundException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
OverridesAttribute	A	Annotation	a:constraint()Class<+Annotation>	a:constraintIndex()int	a:name()String
OverridesAttribute$List	As	Annotation	a:value()OverridesAttribute[]
ParameterNameProvider	I		a:getParameterNames(Constructor<?>)List<String>	a:getParameterNames(Method)List<String>
Path	I	Iterable<Path$Node>
Path$BeanNode	Is	Path$Node	a:getContainerClass()Class<?>	a:getTypeArgumentIndex()Integer
Path$ConstructorNode	Is	Path$Node	a:getParameterTypes()List<Class<?>>
Path$ContainerElementNode	Is	Path$Node	a:getContainerClass()Class<?>	a:getTypeArgumentIndex()Integer
Path$CrossParameterNode	Is	Path$Node
Path$MethodNode	Is	Path$Node	a:getParameterTypes()List<Class<?>>
Path$Node	Is		a:as<T:Path$Node>(Class<T>)T	a:getIndex()Integer	a:getKey()Object	a:getKind()ElementKind	a:getName()String	a:isInIterable()boolean
Path$ParameterNode	Is	Path$Node	a:getParameterIndex()int
Path$PropertyNode	Is	Path$Node	a:getContainerClass()Class<?>	a:getTypeArgumentIndex()Integer
Path$ReturnValueNode	Is	Path$Node
Payload	I	
ReportAsSingleViolation	A	Annotation
TraversableResolver	I		a:isCascadable(Object,Path$Node,Class<?>,javax.validation.Path,ElementType)boolean	a:isReachable(Object,Path$Node,Class<?>,javax.validation.Path,ElementType)boolean
UnexpectedTypeException	C	ConstraintDeclarationException	new(String)	new(String,Throwable)	new(Throwable)	new()
Valid	A	Annotation
Validation	C		new()	s:buildDefaultValidatorFactory()ValidatorFactory	s:byDefaultProvider()GenericBootstrap	s:byProvider<T:Configuration<T>,U:ValidationProvider<T>>(Class<U>)ProviderSpecificBootstrap<T>
ValidationException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
ValidationProviderResolver	I		a:getValidationProviders()List<ValidationProvider<?>>
Validator	I		a:forExecutables()ExecutableValidator	a:getConstraintsForClass(Class<?>)BeanDescriptor	a:unwrap<T>(Class<T>)T	av:validate<T>(T,Class<?>[])Set<ConstraintViolation<T>>	av:validateProperty<T>(T,String,Class<?>[])Set<ConstraintViolation<T>>	av:validateValue<T>(Class<T>,String,Object,Class<?>[])Set<ConstraintViolation<T>>
ValidatorContext	I		a:addValueExtractor(ValueExtractor<?>)ValidatorContext	a:clockProvider(ClockProvider)ValidatorContext	a:constraintValidatorFactory(ConstraintValidatorFactory)ValidatorContext	a:getValidator()Validator	a:messageInterpolator(MessageInterpolator)ValidatorContext	a:parameterNameProvider(ParameterNameProvider)ValidatorContext	a:traversableResolver(TraversableResolver)ValidatorContext
ValidatorFactory	I	AutoCloseable	a:close()	a:getClockProvider()ClockProvider	a:getConstraintValidatorFactory()ConstraintValidatorFactory	a:getMessageInterpolator()MessageInterpolator	a:getParameterNameProvider()ParameterNameProvider	a:getTraversableResolver()TraversableResolver	a:getValidator()Validator	a:unwrap<T>(Class<T>)T	a:usingContext()ValidatorContext
@javax.validation.bootstrap
GenericBootstrap	I		a:configure()Configuration<?>	a:providerResolver(ValidationProviderResolver)GenericBootstrap
ProviderSpecificBootstrap	I<T:Configuration<T>>		a:configure()T	a:providerResolver(ValidationProviderResolver)ProviderSpecificBootstrap<T>
@javax.validation.constraints
AssertFalse	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
AssertFalse$List	As	Annotation	a:value()AssertFalse[]
AssertTrue	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
AssertTrue$List	As	Annotation	a:value()AssertTrue[]
DecimalMax	A	Annotation	a:groups()Class<?>[]	a:inclusive()boolean	a:message()String	a:payload()Class<+Payload>[]	a:value()String
DecimalMax$List	As	Annotation	a:value()DecimalMax[]
DecimalMin	A	Annotation	a:groups()Class<?>[]	a:inclusive()boolean	a:message()String	a:payload()Class<+Payload>[]	a:value()String
DecimalMin$List	As	Annotation	a:value()DecimalMin[]
Digits	A	Annotation	a:fraction()int	a:groups()Class<?>[]	a:integer()int	a:message()String	a:payload()Class<+Payload>[]
Digits$List	As	Annotation	a:value()Digits[]
Email	A	Annotation	a:flags()Pattern$Flag[]	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:regexp()String
Email$List	As	Annotation	a:value()Email[]
Future	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Future$List	As	Annotation	a:value()javax.validation.constraints.Future[]
FutureOrPresent	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
FutureOrPresent$List	As	Annotation	a:value()FutureOrPresent[]
Max	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:value()long
Max$List	As	Annotation	a:value()Max[]
Min	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:value()long
Min$List	As	Annotation	a:value()Min[]
Negative	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Negative$List	As	Annotation	a:value()Negative[]
NegativeOrZero	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NegativeOrZero$List	As	Annotation	a:value()NegativeOrZero[]
NotBlank	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NotBlank$List	As	Annotation	a:value()NotBlank[]
NotEmpty	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NotEmpty$List	As	Annotation	a:value()NotEmpty[]
NotNull	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NotNull$List	As	Annotation	a:value()NotNull[]
Null	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Null$List	As	Annotation	a:value()Null[]
Past	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Past$List	As	Annotation	a:value()Past[]
PastOrPresent	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
PastOrPresent$List	As	Annotation	a:value()PastOrPresent[]
Pattern	A	Annotation	a:flags()Pattern$Flag[]	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:regexp()String
Pattern$Flag	Efs	Enum<Pattern$Flag>	e:UNIX_LINES=Pattern$Flag	e:CASE_INSENSITIVE=Pattern$Flag	e:COMMENTS=Pattern$Flag	e:MULTILINE=Pattern$Flag	e:DOTALL=Pattern$Flag	e:UNICODE_CASE=Pattern$Flag	e:CANON_EQ=Pattern$Flag	getValue()int	s:valueOf(String)Pattern$Flag	s:values()Pattern$Flag[]
Pattern$List	As	Annotation	a:value()Pattern[]
Positive	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Positive$List	As	Annotation	a:value()Positive[]
PositiveOrZero	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
PositiveOrZero$List	As	Annotation	a:value()PositiveOrZero[]
Size	A	Annotation	a:groups()Class<?>[]	a:max()int	a:message()String	a:min()int	a:payload()Class<+Payload>[]
Size$List	As	Annotation	a:value()Size[]
@javax.validation.constraintvalidation
SupportedValidationTarget	A	Annotation	a:value()ValidationTarget[]
ValidationTarget	Ef	Enum<ValidationTarget>	e:ANNOTATED_ELEMENT=ValidationTarget	e:PARAMETERS=ValidationTarget	s:valueOf(String)ValidationTarget	s:values()ValidationTarget[]
@javax.validation.executable
ExecutableType	Ef	Enum<ExecutableType>	e:IMPLICIT=ExecutableType	e:NONE=ExecutableType	e:CONSTRUCTORS=ExecutableType	e:NON_GETTER_METHODS=ExecutableType	e:GETTER_METHODS=ExecutableType	e:ALL=ExecutableType	s:valueOf(String)ExecutableType	s:values()ExecutableType[]
ExecutableValidator	I		av:validateConstructorParameters<T>(Constructor<+T>,Object[],Class<?>[])Set<ConstraintViolation<T>>	av:validateConstructorReturnValue<T>(Constructor<+T>,T,Class<?>[])Set<ConstraintViolation<T>>	av:validateParameters<T>(T,Method,Object[],Class<?>[])Set<ConstraintViolation<T>>	av:validateReturnValue<T>(T,Method,Object,Class<?>[])Set<ConstraintViolation<T>>
ValidateOnExecution	A	Annotation	a:type()ExecutableType[]
@javax.validation.groups
ConvertGroup	A	Annotation	a:from()Class<?>	a:to()Class<?>
ConvertGroup$List	As	Annotation	a:value()ConvertGroup[]
Default	I	
@javax.validation.spi
BootstrapState	I		a:getDefaultValidationProviderResolver()ValidationProviderResolver	a:getValidationProviderResolver()ValidationProviderResolver
ConfigurationState	I		a:getClockProvider()ClockProvider	a:getConstraintValidatorFactory()ConstraintValidatorFactory	a:getMappingStreams()Set<InputStream>	a:getMessageInterpolator()MessageInterpolator	a:getParameterNameProvider()ParameterNameProvider	a:getProperties()Map<String,String>	a:getTraversableResolver()TraversableResolver	a:getValueExtractors()Set<ValueExtractor<?>>	a:isIgnoreXmlConfiguration()boolean
ValidationProvider	I<T:Configuration<T>>		a:buildValidatorFactory(ConfigurationState)ValidatorFactory	a:createGenericConfiguration(BootstrapState)Configuration<?>	a:createSpecializedConfiguration(BootstrapState)T
@javax.validation.valueextraction
ExtractedValue	A	Annotation	a:type()Class<?>
UnwrapByDefault	A	Annotation
Unwrapping	I	
Unwrapping$Skip	Is	Payload
Unwrapping$Unwrap	Is	Payload
ValueExtractor	I<T>		a:extractValues(T,ValueExtractor$ValueReceiver)
ValueExtractor$ValueReceiver	Is		a:indexedValue(String,int,Object)	a:iterableValue(String,Object)	a:keyedValue(String,Object,Object)	a:value(String,Object)
ValueExtractorDeclarationException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
ValueExtractorDefinitionException	C	ValidationException	new(String)	new(String,Throwable)	new(Throwable)	new()
@javax.websocket
ClientEndpoint	A	Annotation	a:configurator()Class<+ClientEndpointConfig$Configurator>	a:decoders()Class<+Decoder>[]	a:encoders()Class<+Encoder>[]	a:subprotocols()String[]
ClientEndpointConfig	I	EndpointConfig	a:getConfigurator()ClientEndpointConfig$Configurator	a:getExtensions()List<javax.websocket.Extension>	a:getPreferredSubprotocols()List<String>
ClientEndpointConfig$Builder	Cfs		build()ClientEndpointConfig	configurator(ClientEndpointConfig$Configurator)ClientEndpointConfig$Builder	decoders(List<Class<+Decoder>>)ClientEndpointConfig$Builder	encoders(List<Class<+Encoder>>)ClientEndpointConfig$Builder	extensions(List<javax.websocket.Extension>)ClientEndpointConfig$Builder	preferredSubprotocols(List<String>)ClientEndpointConfig$Builder	s:create()ClientEndpointConfig$Builder
ClientEndpointConfig$Configurator	Cs		afterResponse(HandshakeResponse)	beforeRequest(Map<String,List<String>>)	new()
CloseReason	C		getCloseCode()CloseReason$CloseCode	getReasonPhrase()String	new(CloseReason$CloseCode,String)
CloseReason$CloseCode	Is		a:getCode()int
CloseReason$CloseCodes	Efs	Enum<CloseReason$CloseCodes>;CloseReason$CloseCode	e:NORMAL_CLOSURE=CloseReason$CloseCodes	e:GOING_AWAY=CloseReason$CloseCodes	e:PROTOCOL_ERROR=CloseReason$CloseCodes	e:CANNOT_ACCEPT=CloseReason$CloseCodes	e:RESERVED=CloseReason$CloseCodes	e:NO_STATUS_CODE=CloseReason$CloseCodes	e:CLOSED_ABNORMALLY=CloseReason$CloseCodes	e:NOT_CONSISTENT=CloseReason$CloseCodes	e:VIOLATED_POLICY=CloseReason$CloseCodes	e:TOO_BIG=CloseReason$CloseCodes	e:NO_EXTENSION=CloseReason$CloseCodes	e:UNEXPECTED_CONDITION=CloseReason$CloseCodes	e:SERVICE_RESTART=CloseReason$CloseCodes	e:TRY_AGAIN_LATER=CloseReason$CloseCodes	e:TLS_HANDSHAKE_FAILURE=CloseReason$CloseCodes	getCode()int	s:getCloseCode(int)CloseReason$CloseCode	s:valueOf(String)CloseReason$CloseCodes	s:values()CloseReason$CloseCodes[]
ContainerProvider	Ca		ap:getContainer()WebSocketContainer	new()	s:getWebSocketContainer()WebSocketContainer
DecodeException	C	Exception	getBytes()ByteBuffer	getText()String	new(String,String)	new(String,String,Throwable)	new(ByteBuffer,String)	new(ByteBuffer,String,Throwable)
Decoder	I		a:destroy()	a:init(EndpointConfig)
Decoder$Binary	Is<T>	Decoder	a:decode(ByteBuffer)T	a:willDecode(ByteBuffer)boolean
Decoder$BinaryStream	Is<T>	Decoder	a:decode(InputStream)T
Decoder$Text	Is<T>	Decoder	a:decode(String)T	a:willDecode(String)boolean
Decoder$TextStream	Is<T>	Decoder	a:decode(Reader)T
DeploymentException	C	Exception	new(String)	new(String,Throwable)
EncodeException	C	Exception	getObject()Object	new(Object,String)	new(Object,String,Throwable)
Encoder	I		a:destroy()	a:init(EndpointConfig)
Encoder$Binary	Is<T>	Encoder	a:encode(T)ByteBuffer
Encoder$BinaryStream	Is<T>	Encoder	a:encode(T,OutputStream)
Encoder$Text	Is<T>	Encoder	a:encode(T)String
Encoder$TextStream	Is<T>	Encoder	a:encode(T,Writer)
Endpoint	Ca		a:onOpen(javax.websocket.Session,EndpointConfig)	new()	onClose(javax.websocket.Session,CloseReason)	onError(javax.websocket.Session,Throwable)
EndpointConfig	I		a:getDecoders()List<Class<+Decoder>>	a:getEncoders()List<Class<+Encoder>>	a:getUserProperties()Map<String,Object>
Extension	I		a:getName()String	a:getParameters()List<Extension$Parameter>
Extension$Parameter	Is		a:getName()String	a:getValue()String
HandshakeResponse	I		a:getHeaders()Map<String,List<String>>	s:SEC_WEBSOCKET_ACCEPT=String="Sec-WebSocket-Accept"
MessageHandler	I	
MessageHandler$Partial	Is<T>	MessageHandler	a:onMessage(T,boolean)
MessageHandler$Whole	Is<T>	MessageHandler	a:onMessage(T)
OnClose	A	Annotation
OnError	A	Annotation
OnMessage	A	Annotation	a:maxMessageSize()long
OnOpen	A	Annotation
PongMessage	I		a:getApplicationData()ByteBuffer
RemoteEndpoint	I		a:flushBatch()	a:getBatchingAllowed()boolean	a:sendPing(ByteBuffer)	a:sendPong(ByteBuffer)	a:setBatchingAllowed(boolean)
RemoteEndpoint$Async	Is	RemoteEndpoint	a:getSendTimeout()long	a:sendBinary(ByteBuffer)Future<Void>	a:sendBinary(ByteBuffer,SendHandler)	a:sendObject(Object)Future<Void>	a:sendObject(Object,SendHandler)	a:sendText(String)Future<Void>	a:sendText(String,SendHandler)	a:setSendTimeout(long)
RemoteEndpoint$Basic	Is	RemoteEndpoint	a:getSendStream()OutputStream	a:getSendWriter()Writer	a:sendBinary(ByteBuffer)	a:sendBinary(ByteBuffer,boolean)	a:sendObject(Object)	a:sendText(String)	a:sendText(String,boolean)
SendHandler	I		a:onResult(SendResult)
SendResult	Cf		getException()Throwable	isOK()boolean	new(Throwable)	new()
Session	I	Closeable	a:addMessageHandler(MessageHandler)	a:addMessageHandler<T>(Class<T>,MessageHandler$Partial<T>)	a:addMessageHandler<T>(Class<T>,MessageHandler$Whole<T>)	a:close(CloseReason)	a:close()	a:getAsyncRemote()RemoteEndpoint$Async	a:getBasicRemote()RemoteEndpoint$Basic	a:getContainer()WebSocketContainer	a:getId()String	a:getMaxBinaryMessageBufferSize()int	a:getMaxIdleTimeout()long	a:getMaxTextMessageBufferSize()int	a:getMessageHandlers()Set<MessageHandler>	a:getNegotiatedExtensions()List<javax.websocket.Extension>	a:getNegotiatedSubprotocol()String	a:getOpenSessions()Set<javax.websocket.Session>	a:getPathParameters()Map<String,String>	a:getProtocolVersion()String	a:getQueryString()String	a:getRequestParameterMap()Map<String,List<String>>	a:getRequestURI()URI	a:getUserPrincipal()Principal	a:getUserProperties()Map<String,Object>	a:isOpen()boolean	a:isSecure()boolean	a:removeMessageHandler(MessageHandler)	a:setMaxBinaryMessageBufferSize(int)	a:setMaxIdleTimeout(long)	a:setMaxTextMessageBufferSize(int)
SessionException	C	Exception	getSession()javax.websocket.Session	new(String,Throwable,javax.websocket.Session)
WebSocketContainer	I		a:connectToServer(Class<+Endpoint>,ClientEndpointConfig,URI)javax.websocket.Session	a:connectToServer(Class<?>,URI)javax.websocket.Session	a:connectToServer(Object,URI)javax.websocket.Session	a:connectToServer(Endpoint,ClientEndpointConfig,URI)javax.websocket.Session	a:getDefaultAsyncSendTimeout()long	a:getDefaultMaxBinaryMessageBufferSize()int	a:getDefaultMaxSessionIdleTimeout()long	a:getDefaultMaxTextMessageBufferSize()int	a:getInstalledExtensions()Set<javax.websocket.Extension>	a:setAsyncSendTimeout(long)	a:setDefaultMaxBinaryMessageBufferSize(int)	a:setDefaultMaxSessionIdleTimeout(long)	a:setDefaultMaxTextMessageBufferSize(int)
@javax.websocket.server
HandshakeRequest	I		a:getHeaders()Map<String,List<String>>	a:getHttpSession()Object	a:getParameterMap()Map<String,List<String>>	a:getQueryString()String	a:getRequestURI()URI	a:getUserPrincipal()Principal	a:isUserInRole(String)boolean	s:SEC_WEBSOCKET_EXTENSIONS=String="Sec-WebSocket-Extensions"	s:SEC_WEBSOCKET_KEY=String="Sec-WebSocket-Key"	s:SEC_WEBSOCKET_PROTOCOL=String="Sec-WebSocket-Protocol"	s:SEC_WEBSOCKET_VERSION=String="Sec-WebSocket-Version"
PathParam	A	Annotation	a:value()String
ServerApplicationConfig	I		a:getAnnotatedEndpointClasses(Set<Class<?>>)Set<Class<?>>	a:getEndpointConfigs(Set<Class<+Endpoint>>)Set<ServerEndpointConfig>
ServerContainer	I	WebSocketContainer	a:addEndpoint(Class<?>)	a:addEndpoint(ServerEndpointConfig)
ServerEndpoint	A	Annotation	a:configurator()Class<+ServerEndpointConfig$Configurator>	a:decoders()Class<+Decoder>[]	a:encoders()Class<+Encoder>[]	a:subprotocols()String[]	a:value()String
ServerEndpointConfig	I	EndpointConfig	a:getConfigurator()ServerEndpointConfig$Configurator	a:getEndpointClass()Class<?>	a:getExtensions()List<javax.websocket.Extension>	a:getPath()String	a:getSubprotocols()List<String>
ServerEndpointConfig$Builder	Cfs		build()ServerEndpointConfig	configurator(ServerEndpointConfig$Configurator)ServerEndpointConfig$Builder	decoders(List<Class<+Decoder>>)ServerEndpointConfig$Builder	encoders(List<Class<+Encoder>>)ServerEndpointConfig$Builder	extensions(List<javax.websocket.Extension>)ServerEndpointConfig$Builder	s:create(Class<?>,String)ServerEndpointConfig$Builder	subprotocols(List<String>)ServerEndpointConfig$Builder
ServerEndpointConfig$Configurator	Cs		checkOrigin(String)boolean	getEndpointInstance<T>(Class<T>)T	getNegotiatedExtensions(List<javax.websocket.Extension>,List<javax.websocket.Extension>)List<javax.websocket.Extension>	getNegotiatedSubprotocol(List<String>,List<String>)String	modifyHandshake(ServerEndpointConfig,HandshakeRequest,HandshakeResponse)	new()
@javax.ws.rs
ApplicationPath	A	Annotation	a:value()String
BadRequestException	C	ClientErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
BeanParam	A	Annotation
ClientErrorException	C	WebApplicationException	new(String,Response)	new(String,Response,Throwable)	new(String,Response$Status)	new(String,Response$Status,Throwable)	new(String,int)	new(String,int,Throwable)	new(Response)	new(Response,Throwable)	new(Response$Status)	new(Response$Status,Throwable)	new(int)	new(int,Throwable)
ConstrainedTo	A	Annotation	a:value()RuntimeType
Consumes	A	Annotation	a:value()String[]
CookieParam	A	Annotation	a:value()String
DELETE	A	Annotation
DefaultValue	A	Annotation	a:value()String
Encoded	A	Annotation
ForbiddenException	C	ClientErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
FormParam	A	Annotation	a:value()String
GET	A	Annotation
HEAD	A	Annotation
HeaderParam	A	Annotation	a:value()String
HttpMethod	A	Annotation	a:value()String	s:DELETE=String="DELETE"	s:GET=String="GET"	s:HEAD=String="HEAD"	s:OPTIONS=String="OPTIONS"	s:PATCH=String="PATCH"	s:POST=String="POST"	s:PUT=String="PUT"
InternalServerErrorException	C	ServerErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
MatrixParam	A	Annotation	a:value()String
NameBinding	A	Annotation
NotAcceptableException	C	ClientErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
NotAllowedException	C	ClientErrorException	new(String,Response)	new(String,Response,Throwable)	new(Response)	new(Response,Throwable)	v:new(String,String,String[])	v:new(String,String[])	v:new(String,Throwable,String[])	v:new(Throwable,String[])
NotAuthorizedException	C	ClientErrorException	getChallenges()List<Object>	new(String,Response)	new(String,Response,Throwable)	new(Response)	new(Response,Throwable)	v:new(Object,Object[])	v:new(String,Object,Object[])	v:new(String,Throwable,Object,Object[])	v:new(Throwable,Object,Object[])
NotFoundException	C	ClientErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
NotSupportedException	C	ClientErrorException	new(String)	new(String,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(Throwable)	new(Response)	new(Response,Throwable)	new()
OPTIONS	A	Annotation
PATCH	A	Annotation
POST	A	Annotation
PUT	A	Annotation
Path	A	Annotation	a:value()String
PathParam	A	Annotation	a:value()String
Priorities	Cf		s:AUTHENTICATION=int=1000	s:AUTHORIZATION=int=2000	s:ENTITY_CODER=int=4000	s:HEADER_DECORATOR=int=3000	s:USER=int=5000
ProcessingException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)
Produces	A	Annotation	a:value()String[]
QueryParam	A	Annotation	a:value()String
RedirectionException	C	WebApplicationException	getLocation()URI	new(String,Response)	new(String,Response$Status,URI)	new(String,int,URI)	new(Response)	new(Response$Status,URI)	new(int,URI)
RuntimeType	Ef	Enum<RuntimeType>	e:CLIENT=RuntimeType	e:SERVER=RuntimeType	s:valueOf(String)RuntimeType	s:values()RuntimeType[]
ServerErrorException	C	WebApplicationException	new(String,Response)	new(String,Response,Throwable)	new(String,Response$Status)	new(String,Response$Status,Throwable)	new(String,int)	new(String,int,Throwable)	new(Response)	new(Response,Throwable)	new(Response$Status)	new(Response$Status,Throwable)	new(int)	new(int,Throwable)
ServiceUnavailableException	C	ServerErrorException	getRetryTime(java.util.Date)java.util.Date	hasRetryAfter()boolean	new(Long)	new(Long,Throwable)	new(String)	new(String,Long)	new(String,Long,Throwable)	new(String,java.util.Date)	new(String,java.util.Date,Throwable)	new(String,Response)	new(String,Response,Throwable)	new(java.util.Date)	new(java.util.Date,Throwable)	new(Response)	new(Response,Throwable)	new()
WebApplicationException	C	RuntimeException	getResponse()Response	new(String)	new(String,Throwable)	new(String,Throwable,Response)	new(String,Throwable,Response$Status)	new(String,Throwable,int)	new(String,Response)	new(String,Response$Status)	new(String,int)	new(Throwable)	new(Throwable,Response)	new(Throwable,Response$Status)	new(Throwable,int)	new(Response)	new(Response$Status)	new()	new(int)
@javax.ws.rs.client
AsyncInvoker	I		a:delete()Future<Response>	a:delete<T>(Class<T>)Future<T>	a:delete<T>(InvocationCallback<T>)Future<T>	a:delete<T>(GenericType<T>)Future<T>	a:get()Future<Response>	a:get<T>(Class<T>)Future<T>	a:get<T>(InvocationCallback<T>)Future<T>	a:get<T>(GenericType<T>)Future<T>	a:head(InvocationCallback<Response>)Future<Response>	a:head()Future<Response>	a:method(String)Future<Response>	a:method(String,Entity<?>)Future<Response>	a:method<T>(String,Class<T>)Future<T>	a:method<T>(String,Entity<?>,Class<T>)Future<T>	a:method<T>(String,Entity<?>,InvocationCallback<T>)Future<T>	a:method<T>(String,Entity<?>,GenericType<T>)Future<T>	a:method<T>(String,InvocationCallback<T>)Future<T>	a:method<T>(String,GenericType<T>)Future<T>	a:options()Future<Response>	a:options<T>(Class<T>)Future<T>	a:options<T>(InvocationCallback<T>)Future<T>	a:options<T>(GenericType<T>)Future<T>	a:post(Entity<?>)Future<Response>	a:post<T>(Entity<?>,Class<T>)Future<T>	a:post<T>(Entity<?>,InvocationCallback<T>)Future<T>	a:post<T>(Entity<?>,GenericType<T>)Future<T>	a:put(Entity<?>)Future<Response>	a:put<T>(Entity<?>,Class<T>)Future<T>	a:put<T>(Entity<?>,InvocationCallback<T>)Future<T>	a:put<T>(Entity<?>,GenericType<T>)Future<T>	a:trace()Future<Response>	a:trace<T>(Class<T>)Future<T>	a:trace<T>(InvocationCallback<T>)Future<T>	a:trace<T>(GenericType<T>)Future<T>
Client	I	Configurable<Client>	a:close()	a:getHostnameVerifier()HostnameVerifier	a:getSslContext()SSLContext	a:invocation(Link)Invocation$Builder	a:target(String)WebTarget	a:target(URI)WebTarget	a:target(Link)WebTarget	a:target(UriBuilder)WebTarget
ClientBuilder	Ca	;Configurable<ClientBuilder>	a:build()Client	a:connectTimeout(long,TimeUnit)ClientBuilder	a:executorService(ExecutorService)ClientBuilder	a:hostnameVerifier(HostnameVerifier)ClientBuilder	a:keyStore(KeyStore,char[])ClientBuilder	a:readTimeout(long,TimeUnit)ClientBuilder	a:scheduledExecutorService(ScheduledExecutorService)ClientBuilder	a:sslContext(SSLContext)ClientBuilder	a:trustStore(KeyStore)ClientBuilder	a:withConfig(javax.ws.rs.core.Configuration)ClientBuilder	keyStore(KeyStore,String)ClientBuilder	p:new()	s:JAXRS_DEFAULT_CLIENT_BUILDER_PROPERTY=String="javax.ws.rs.client.ClientBuilder"	s:newBuilder()ClientBuilder	s:newClient(javax.ws.rs.core.Configuration)Client	s:newClient()Client
ClientRequestContext	I		a:abortWith(Response)	a:getAcceptableLanguages()List<Locale>	a:getAcceptableMediaTypes()List<MediaType>	a:getClient()Client	a:getConfiguration()javax.ws.rs.core.Configuration	a:getCookies()Map<String,javax.ws.rs.core.Cookie>	a:getDate()java.util.Date	a:getEntity()Object	a:getEntityAnnotations()Annotation[]	a:getEntityClass()Class<?>	a:getEntityStream()OutputStream	a:getEntityType()Type	a:getHeaderString(String)String	a:getHeaders()MultivaluedMap<String,Object>	a:getLanguage()Locale	a:getMediaType()MediaType	a:getMethod()String	a:getProperty(String)Object	a:getPropertyNames()Collection<String>	a:getStringHeaders()MultivaluedMap<String,String>	a:getUri()URI	a:hasEntity()boolean	a:removeProperty(String)	a:setEntity(Object)	a:setEntity(Object,Annotation[],MediaType)	a:setEntityStream(OutputStream)	a:setMethod(String)	a:setProperty(String,Object)	a:setUri(URI)
ClientRequestFilter	I		a:filter(ClientRequestContext)
ClientResponseContext	I		a:getAllowedMethods()Set<String>	a:getCookies()Map<String,NewCookie>	a:getDate()java.util.Date	a:getEntityStream()InputStream	a:getEntityTag()EntityTag	a:getHeaderString(String)String	a:getHeaders()MultivaluedMap<String,String>	a:getLanguage()Locale	a:getLastModified()java.util.Date	a:getLength()int	a:getLink(String)Link	a:getLinkBuilder(String)Link$Builder	a:getLinks()Set<Link>	a:getLocation()URI	a:getMediaType()MediaType	a:getStatus()int	a:getStatusInfo()Response$StatusType	a:hasEntity()boolean	a:hasLink(String)boolean	a:setEntityStream(InputStream)	a:setStatus(int)	a:setStatusInfo(Response$StatusType)
ClientResponseFilter	I		a:filter(ClientRequestContext,ClientResponseContext)
CompletionStageRxInvoker	I	RxInvoker<CompletionStage>	a:delete()CompletionStage<Response>	a:delete<T>(Class<T>)CompletionStage<T>	a:delete<T>(GenericType<T>)CompletionStage<T>	a:get()CompletionStage<Response>	a:get<T>(Class<T>)CompletionStage<T>	a:get<T>(GenericType<T>)CompletionStage<T>	a:head()CompletionStage<Response>	a:method(String)CompletionStage<Response>	a:method(String,Entity<?>)CompletionStage<Response>	a:method<T>(String,Class<T>)CompletionStage<T>	a:method<T>(String,Entity<?>,Class<T>)CompletionStage<T>	a:method<T>(String,Entity<?>,GenericType<T>)CompletionStage<T>	a:method<T>(String,GenericType<T>)CompletionStage<T>	a:options()CompletionStage<Response>	a:options<T>(Class<T>)CompletionStage<T>	a:options<T>(GenericType<T>)CompletionStage<T>	a:post(Entity<?>)CompletionStage<Response>	a:post<T>(Entity<?>,Class<T>)CompletionStage<T>	a:post<T>(Entity<?>,GenericType<T>)CompletionStage<T>	a:put(Entity<?>)CompletionStage<Response>	a:put<T>(Entity<?>,Class<T>)CompletionStage<T>	a:put<T>(Entity<?>,GenericType<T>)CompletionStage<T>	a:trace()CompletionStage<Response>	a:trace<T>(Class<T>)CompletionStage<T>	a:trace<T>(GenericType<T>)CompletionStage<T>
Entity	Cf<T>		getAnnotations()Annotation[]	getEncoding()String	getEntity()T	getLanguage()Locale	getMediaType()MediaType	getVariant()Variant	s:entity<T>(T,String)Entity<T>	s:entity<T>(T,MediaType)Entity<T>	s:entity<T>(T,MediaType,Annotation[])Entity<T>	s:entity<T>(T,Variant)Entity<T>	s:entity<T>(T,Variant,Annotation[])Entity<T>	s:form(Form)Entity<Form>	s:form(MultivaluedMap<String,String>)Entity<Form>	s:html<T>(T)Entity<T>	s:json<T>(T)Entity<T>	s:text<T>(T)Entity<T>	s:xhtml<T>(T)Entity<T>	s:xml<T>(T)Entity<T>
Invocation	I		a:invoke()Response	a:invoke<T>(Class<T>)T	a:invoke<T>(GenericType<T>)T	a:property(String,Object)Invocation	a:submit()Future<Response>	a:submit<T>(Class<T>)Future<T>	a:submit<T>(InvocationCallback<T>)Future<T>	a:submit<T>(GenericType<T>)Future<T>
Invocation$Builder	Is	SyncInvoker	a:async()AsyncInvoker	a:build(String)Invocation	a:build(String,Entity<?>)Invocation	a:buildDelete()Invocation	a:buildGet()Invocation	a:buildPost(Entity<?>)Invocation	a:buildPut(Entity<?>)Invocation	a:cacheControl(CacheControl)Invocation$Builder	a:cookie(String,String)Invocation$Builder	a:cookie(javax.ws.rs.core.Cookie)Invocation$Builder	a:header(String,Object)Invocation$Builder	a:headers(MultivaluedMap<String,Object>)Invocation$Builder	a:property(String,Object)Invocation$Builder	a:rx()CompletionStageRxInvoker	a:rx<T:RxInvoker>(Class<T>)T	av:accept(String[])Invocation$Builder	av:accept(MediaType[])Invocation$Builder	av:acceptEncoding(String[])Invocation$Builder	av:acceptLanguage(String[])Invocation$Builder	av:acceptLanguage(Locale[])Invocation$Builder
InvocationCallback	I<RESPONSE>		a:completed(RESPONSE)	a:failed(Throwable)
ResponseProcessingException	C	ProcessingException	getResponse()Response	new(Response,String)	new(Response,String,Throwable)	new(Response,Throwable)
RxInvoker	I<T>		a:delete()T	a:delete<R>(Class<R>)T	a:delete<R>(GenericType<R>)T	a:get()T	a:get<R>(Class<R>)T	a:get<R>(GenericType<R>)T	a:head()T	a:method(String)T	a:method(String,Entity<?>)T	a:method<R>(String,Class<R>)T	a:method<R>(String,Entity<?>,Class<R>)T	a:method<R>(String,Entity<?>,GenericType<R>)T	a:method<R>(String,GenericType<R>)T	a:options()T	a:options<R>(Class<R>)T	a:options<R>(GenericType<R>)T	a:post(Entity<?>)T	a:post<R>(Entity<?>,Class<R>)T	a:post<R>(Entity<?>,GenericType<R>)T	a:put(Entity<?>)T	a:put<R>(Entity<?>,Class<R>)T	a:put<R>(Entity<?>,GenericType<R>)T	a:trace()T	a:trace<R>(Class<R>)T	a:trace<R>(GenericType<R>)T
RxInvokerProvider	I<T:RxInvoker>		a:getRxInvoker(SyncInvoker,ExecutorService)T	a:isProviderFor(Class<?>)boolean
SyncInvoker	I		a:delete()Response	a:delete<T>(Class<T>)T	a:delete<T>(GenericType<T>)T	a:get()Response	a:get<T>(Class<T>)T	a:get<T>(GenericType<T>)T	a:head()Response	a:method(String)Response	a:method(String,Entity<?>)Response	a:method<T>(String,Class<T>)T	a:method<T>(String,Entity<?>,Class<T>)T	a:method<T>(String,Entity<?>,GenericType<T>)T	a:method<T>(String,GenericType<T>)T	a:options()Response	a:options<T>(Class<T>)T	a:options<T>(GenericType<T>)T	a:post(Entity<?>)Response	a:post<T>(Entity<?>,Class<T>)T	a:post<T>(Entity<?>,GenericType<T>)T	a:put(Entity<?>)Response	a:put<T>(Entity<?>,Class<T>)T	a:put<T>(Entity<?>,GenericType<T>)T	a:trace()Response	a:trace<T>(Class<T>)T	a:trace<T>(GenericType<T>)T
WebTarget	I	Configurable<WebTarget>	a:getUri()URI	a:getUriBuilder()UriBuilder	a:path(String)WebTarget	a:request()Invocation$Builder	a:resolveTemplate(String,Object)WebTarget	a:resolveTemplate(String,Object,boolean)WebTarget	a:resolveTemplateFromEncoded(String,Object)WebTarget	a:resolveTemplates(Map<String,Object>)WebTarget	a:resolveTemplates(Map<String,Object>,boolean)WebTarget	a:resolveTemplatesFromEncoded(Map<String,Object>)WebTarget	av:matrixParam(String,Object[])WebTarget	av:queryParam(String,Object[])WebTarget	av:request(String[])Invocation$Builder	av:request(MediaType[])Invocation$Builder
@javax.ws.rs.container
AsyncResponse	I		a:cancel(java.util.Date)boolean	a:cancel()boolean	a:cancel(int)boolean	a:isCancelled()boolean	a:isDone()boolean	a:isSuspended()boolean	a:register(Class<?>)Collection<Class<?>>	a:register(Object)Collection<Class<?>>	a:resume(Object)boolean	a:resume(Throwable)boolean	a:setTimeout(long,TimeUnit)boolean	a:setTimeoutHandler(TimeoutHandler)	av:register(Class<?>,Class<?>[])Map<Class<?>,Collection<Class<?>>>	av:register(Object,Object[])Map<Class<?>,Collection<Class<?>>>	s:NO_TIMEOUT=long=0
CompletionCallback	I		a:onComplete(Throwable)
ConnectionCallback	I		a:onDisconnect(AsyncResponse)
ContainerRequestContext	I		a:abortWith(Response)	a:getAcceptableLanguages()List<Locale>	a:getAcceptableMediaTypes()List<MediaType>	a:getCookies()Map<String,javax.ws.rs.core.Cookie>	a:getDate()java.util.Date	a:getEntityStream()InputStream	a:getHeaderString(String)String	a:getHeaders()MultivaluedMap<String,String>	a:getLanguage()Locale	a:getLength()int	a:getMediaType()MediaType	a:getMethod()String	a:getProperty(String)Object	a:getPropertyNames()Collection<String>	a:getRequest()Request	a:getSecurityContext()SecurityContext	a:getUriInfo()UriInfo	a:hasEntity()boolean	a:removeProperty(String)	a:setEntityStream(InputStream)	a:setMethod(String)	a:setProperty(String,Object)	a:setRequestUri(URI)	a:setRequestUri(URI,URI)	a:setSecurityContext(SecurityContext)
ContainerRequestFilter	I		a:filter(ContainerRequestContext)
ContainerResponseContext	I		a:getAllowedMethods()Set<String>	a:getCookies()Map<String,NewCookie>	a:getDate()java.util.Date	a:getEntity()Object	a:getEntityAnnotations()Annotation[]	a:getEntityClass()Class<?>	a:getEntityStream()OutputStream	a:getEntityTag()EntityTag	a:getEntityType()Type	a:getHeaderString(String)String	a:getHeaders()MultivaluedMap<String,Object>	a:getLanguage()Locale	a:getLastModified()java.util.Date	a:getLength()int	a:getLink(String)Link	a:getLinkBuilder(String)Link$Builder	a:getLinks()Set<Link>	a:getLocation()URI	a:getMediaType()MediaType	a:getStatus()int	a:getStatusInfo()Response$StatusType	a:getStringHeaders()MultivaluedMap<String,String>	a:hasEntity()boolean	a:hasLink(String)boolean	a:setEntity(Object)	a:setEntity(Object,Annotation[],MediaType)	a:setEntityStream(OutputStream)	a:setStatus(int)	a:setStatusInfo(Response$StatusType)
ContainerResponseFilter	I		a:filter(ContainerRequestContext,ContainerResponseContext)
DynamicFeature	I		a:configure(ResourceInfo,FeatureContext)
PreMatching	A	Annotation
ResourceContext	I		a:getResource<T>(Class<T>)T	a:initResource<T>(T)T
ResourceInfo	I		a:getResourceClass()Class<?>	a:getResourceMethod()Method
Suspended	A	Annotation
TimeoutHandler	I		a:handleTimeout(AsyncResponse)
@javax.ws.rs.core
AbstractMultivaluedMap	Ca<K,V>	;MultivaluedMap<K,V>	add(K,V)	addAll(K,List<V>)	addFirst(K,V)	clear()	containsKey(Object)boolean	containsValue(Object)boolean	entrySet()Set<Map$Entry<K,List<V>>>	equalsIgnoreValueOrder(MultivaluedMap<K,V>)boolean	get(Object)List<V>	getFirst(K)V	isEmpty()boolean	keySet()Set<K>	new(Map<K,List<V>>)	p:addFirstNull(List<V>)	p:addNull(List<V>)	p:getValues(K)List<V>	p:store=Map<K,List<V>>	put(K,List<V>)List<V>	putAll(Map<+K,+List<V>>)	putSingle(K,V)	remove(Object)List<V>	size()int	v:addAll(K,V[])	values()Collection<List<V>>
Application	C		getClasses()Set<Class<?>>	getProperties()Map<String,Object>	getSingletons()Set<Object>	new()
CacheControl	C		getCacheExtension()Map<String,String>	getMaxAge()int	getNoCacheFields()List<String>	getPrivateFields()List<String>	getSMaxAge()int	isMustRevalidate()boolean	isNoCache()boolean	isNoStore()boolean	isNoTransform()boolean	isPrivate()boolean	isProxyRevalidate()boolean	new()	s:valueOf(String)CacheControl	setMaxAge(int)	setMustRevalidate(boolean)	setNoCache(boolean)	setNoStore(boolean)	setNoTransform(boolean)	setPrivate(boolean)	setProxyRevalidate(boolean)	setSMaxAge(int)
Configurable	I<C:Configurable>		a:getConfiguration()javax.ws.rs.core.Configuration	a:property(String,Object)C	a:register(Class<?>)C	a:register(Class<?>,Map<Class<?>,Integer>)C	a:register(Class<?>,int)C	a:register(Object)C	a:register(Object,Map<Class<?>,Integer>)C	a:register(Object,int)C	av:register(Class<?>,Class<?>[])C	av:register(Object,Class<?>[])C
Configuration	I		a:getClasses()Set<Class<?>>	a:getContracts(Class<?>)Map<Class<?>,Integer>	a:getInstances()Set<Object>	a:getProperties()Map<String,Object>	a:getProperty(String)Object	a:getPropertyNames()Collection<String>	a:getRuntimeType()RuntimeType	a:isEnabled(Class<+Feature>)boolean	a:isEnabled(Feature)boolean	a:isRegistered(Class<?>)boolean	a:isRegistered(Object)boolean
Context	A	Annotation
Cookie	C		getDomain()String	getName()String	getPath()String	getValue()String	getVersion()int	new(String,String)	new(String,String,String,String)	new(String,String,String,String,int)	s:DEFAULT_VERSION=int=1	s:valueOf(String)javax.ws.rs.core.Cookie
EntityTag	C		getValue()String	isWeak()boolean	new(String)	new(String,boolean)	s:valueOf(String)EntityTag
Feature	I		a:configure(FeatureContext)boolean
FeatureContext	I	Configurable<FeatureContext>
Form	C		asMap()MultivaluedMap<String,String>	new(String,String)	new(MultivaluedMap<String,String>)	new()	param(String,String)Form
GenericEntity	C<T>		getEntity()T	getRawType()Class<?>	getType()Type	new(T,Type)	p:new(T)
GenericType	C<T>		getRawType()Class<?>	getType()Type	new(Type)	p:new()	s:forInstance(Object)GenericType
HttpHeaders	I		a:getAcceptableLanguages()List<Locale>	a:getAcceptableMediaTypes()List<MediaType>	a:getCookies()Map<String,javax.ws.rs.core.Cookie>	a:getDate()java.util.Date	a:getHeaderString(String)String	a:getLanguage()Locale	a:getLength()int	a:getMediaType()MediaType	a:getRequestHeader(String)List<String>	a:getRequestHeaders()MultivaluedMap<String,String>	s:ACCEPT=String="Accept"	s:ACCEPT_CHARSET=String="Accept-Charset"	s:ACCEPT_ENCODING=String="Accept-Encoding"	s:ACCEPT_LANGUAGE=String="Accept-Language"	s:ALLOW=String="Allow"	s:AUTHORIZATION=String="Authorization"	s:CACHE_CONTROL=String="Cache-Control"	s:CONTENT_DISPOSITION=String="Content-Disposition"	s:CONTENT_ENCODING=String="Content-Encoding"	s:CONTENT_ID=String="Content-ID"	s:CONTENT_LANGUAGE=String="Content-Language"	s:CONTENT_LENGTH=String="Content-Length"	s:CONTENT_LOCATION=String="Content-Location"	s:CONTENT_TYPE=String="Content-Type"	s:COOKIE=String="Cookie"	s:DATE=String="Date"	s:ETAG=String="ETag"	s:EXPIRES=String="Expires"	s:HOST=String="Host"	s:IF_MATCH=String="If-Match"	s:IF_MODIFIED_SINCE=String="If-Modified-Since"	s:IF_NONE_MATCH=String="If-None-Match"	s:IF_UNMODIFIED_SINCE=String="If-Unmodified-Since"	s:LAST_EVENT_ID_HEADER=String="Last-Event-ID"	s:LAST_MODIFIED=String="Last-Modified"	s:LINK=String="Link"	s:LOCATION=String="Location"	s:RETRY_AFTER=String="Retry-After"	s:SET_COOKIE=String="Set-Cookie"	s:USER_AGENT=String="User-Agent"	s:VARY=String="Vary"	s:WWW_AUTHENTICATE=String="WWW-Authenticate"
Link	Ca		a:getParams()Map<String,String>	a:getRel()String	a:getRels()List<String>	a:getTitle()String	a:getType()String	a:getUri()URI	a:getUriBuilder()UriBuilder	new()	s:REL=String="rel"	s:TITLE=String="title"	s:TYPE=String="type"	s:fromLink(Link)Link$Builder	s:fromMethod(Class<?>,String)Link$Builder	s:fromPath(String)Link$Builder	s:fromResource(Class<?>)Link$Builder	s:fromUri(String)Link$Builder	s:fromUri(URI)Link$Builder	s:fromUriBuilder(UriBuilder)Link$Builder	s:valueOf(String)Link
Link$Builder	Is		a:baseUri(String)Link$Builder	a:baseUri(URI)Link$Builder	a:link(String)Link$Builder	a:link(Link)Link$Builder	a:param(String,String)Link$Builder	a:rel(String)Link$Builder	a:title(String)Link$Builder	a:type(String)Link$Builder	a:uri(String)Link$Builder	a:uri(URI)Link$Builder	a:uriBuilder(UriBuilder)Link$Builder	av:build(Object[])Link	av:buildRelativized(URI,Object[])Link
Link$JaxbAdapter	Cs	XmlAdapter<Link$JaxbLink,Link>	marshal(Link)Link$JaxbLink	new()	unmarshal(Link$JaxbLink)Link
Link$JaxbLink	Cs		getParams()Map<QName,Object>	getUri()URI	new(URI)	new(URI,Map<QName,Object>)	new()
MediaType	C		getParameters()Map<String,String>	getSubtype()String	getType()String	isCompatible(MediaType)boolean	isWildcardSubtype()boolean	isWildcardType()boolean	new(String,String)	new(String,String,String)	new(String,String,Map<String,String>)	new()	s:APPLICATION_ATOM_XML=String="application/atom+xml"	s:APPLICATION_ATOM_XML_TYPE=MediaType	s:APPLICATION_FORM_URLENCODED=String="application/x-www-form-urlencoded"	s:APPLICATION_FORM_URLENCODED_TYPE=MediaType	s:APPLICATION_JSON=String="application/json"	s:APPLICATION_JSON_PATCH_JSON=String="application/json-patch+json"	s:APPLICATION_JSON_PATCH_JSON_TYPE=MediaType	s:APPLICATION_JSON_TYPE=MediaType	s:APPLICATION_OCTET_STREAM=String="application/octet-stream"	s:APPLICATION_OCTET_STREAM_TYPE=MediaType	s:APPLICATION_SVG_XML=String="application/svg+xml"	s:APPLICATION_SVG_XML_TYPE=MediaType	s:APPLICATION_XHTML_XML=String="application/xhtml+xml"	s:APPLICATION_XHTML_XML_TYPE=MediaType	s:APPLICATION_XML=String="application/xml"	s:APPLICATION_XML_TYPE=MediaType	s:CHARSET_PARAMETER=String="charset"	s:MEDIA_TYPE_WILDCARD=String="*"	s:MULTIPART_FORM_DATA=String="multipart/form-data"	s:MULTIPART_FORM_DATA_TYPE=MediaType	s:SERVER_SENT_EVENTS=String="text/event-stream"	s:SERVER_SENT_EVENTS_TYPE=MediaType	s:TEXT_HTML=String="text/html"	s:TEXT_HTML_TYPE=MediaType	s:TEXT_PLAIN=String="text/plain"	s:TEXT_PLAIN_TYPE=MediaType	s:TEXT_XML=String="text/xml"	s:TEXT_XML_TYPE=MediaType	s:WILDCARD=String="*/*"	s:WILDCARD_TYPE=MediaType	s:valueOf(String)MediaType	withCharset(String)MediaType
MultivaluedHashMap	C<K,V>	AbstractMultivaluedMap<K,V>;Serializable	new(Map<+K,+V>)	new(MultivaluedMap<+K,+V>)	new()	new(int)	new(int,float)
MultivaluedMap	I<K,V>	Map<K,List<V>>	a:add(K,V)	a:addAll(K,List<V>)	a:addFirst(K,V)	a:equalsIgnoreValueOrder(MultivaluedMap<K,V>)boolean	a:getFirst(K)V	a:putSingle(K,V)	av:addAll(K,V[])
NewCookie	C	javax.ws.rs.core.Cookie	getComment()String	getExpiry()java.util.Date	getMaxAge()int	isHttpOnly()boolean	isSecure()boolean	new(String,String)	new(String,String,String,String,String,int,boolean)	new(String,String,String,String,String,int,boolean,boolean)	new(String,String,String,String,int,String,int,java.util.Date,boolean,boolean)	new(String,String,String,String,int,String,int,boolean)	new(javax.ws.rs.core.Cookie)	new(javax.ws.rs.core.Cookie,String,int,java.util.Date,boolean,boolean)	new(javax.ws.rs.core.Cookie,String,int,boolean)	s:DEFAULT_MAX_AGE=int=-1	s:valueOf(String)NewCookie	toCookie()javax.ws.rs.core.Cookie
NoContentException	C	IOException	new(String)	new(String,Throwable)	new(Throwable)
PathSegment	I		a:getMatrixParameters()MultivaluedMap<String,String>	a:getPath()String
Request	I		a:evaluatePreconditions(java.util.Date)Response$ResponseBuilder	a:evaluatePreconditions(java.util.Date,EntityTag)Response$ResponseBuilder	a:evaluatePreconditions(EntityTag)Response$ResponseBuilder	a:evaluatePreconditions()Response$ResponseBuilder	a:getMethod()String	a:selectVariant(List<Variant>)Variant
Response	Ca	;AutoCloseable	a:bufferEntity()boolean	a:close()	a:getAllowedMethods()Set<String>	a:getCookies()Map<String,NewCookie>	a:getDate()java.util.Date	a:getEntity()Object	a:getEntityTag()EntityTag	a:getHeaderString(String)String	a:getLanguage()Locale	a:getLastModified()java.util.Date	a:getLength()int	a:getLink(String)Link	a:getLinkBuilder(String)Link$Builder	a:getLinks()Set<Link>	a:getLocation()URI	a:getMediaType()MediaType	a:getMetadata()MultivaluedMap<String,Object>	a:getStatus()int	a:getStatusInfo()Response$StatusType	a:getStringHeaders()MultivaluedMap<String,String>	a:hasEntity()boolean	a:hasLink(String)boolean	a:readEntity<T>(Class<T>)T	a:readEntity<T>(Class<T>,Annotation[])T	a:readEntity<T>(GenericType<T>)T	a:readEntity<T>(GenericType<T>,Annotation[])T	getHeaders()MultivaluedMap<String,Object>	p:new()	s:accepted(Object)Response$ResponseBuilder	s:accepted()Response$ResponseBuilder	s:created(URI)Response$ResponseBuilder	s:fromResponse(Response)Response$ResponseBuilder	s:noContent()Response$ResponseBuilder	s:notAcceptable(List<Variant>)Response$ResponseBuilder	s:notModified(String)Response$ResponseBuilder	s:notModified(EntityTag)Response$ResponseBuilder	s:notModified()Response$ResponseBuilder	s:ok(Object)Response$ResponseBuilder	s:ok(Object,String)Response$ResponseBuilder	s:ok(Object,MediaType)Response$ResponseBuilder	s:ok(Object,Variant)Response$ResponseBuilder	s:ok()Response$ResponseBuilder	s:seeOther(URI)Response$ResponseBuilder	s:serverError()Response$ResponseBuilder	s:status(Response$Status)Response$ResponseBuilder	s:status(Response$StatusType)Response$ResponseBuilder	s:status(int)Response$ResponseBuilder	s:status(int,String)Response$ResponseBuilder	s:temporaryRedirect(URI)Response$ResponseBuilder
Response$ResponseBuilder	Cas		a:allow(Set<String>)Response$ResponseBuilder	a:build()Response	a:cacheControl(CacheControl)Response$ResponseBuilder	a:clone()Response$ResponseBuilder	a:contentLocation(URI)Response$ResponseBuilder	a:encoding(String)Response$ResponseBuilder	a:entity(Object)Response$ResponseBuilder	a:entity(Object,Annotation[])Response$ResponseBuilder	a:expires(java.util.Date)Response$ResponseBuilder	a:header(String,Object)Response$ResponseBuilder	a:language(String)Response$ResponseBuilder	a:language(Locale)Response$ResponseBuilder	a:lastModified(java.util.Date)Response$ResponseBuilder	a:link(String,String)Response$ResponseBuilder	a:link(URI,String)Response$ResponseBuilder	a:location(URI)Response$ResponseBuilder	a:replaceAll(MultivaluedMap<String,Object>)Response$ResponseBuilder	a:status(int)Response$ResponseBuilder	a:status(int,String)Response$ResponseBuilder	a:tag(String)Response$ResponseBuilder	a:tag(EntityTag)Response$ResponseBuilder	a:type(String)Response$ResponseBuilder	a:type(MediaType)Response$ResponseBuilder	a:variant(Variant)Response$ResponseBuilder	a:variants(List<Variant>)Response$ResponseBuilder	av:allow(String[])Response$ResponseBuilder	av:cookie(NewCookie[])Response$ResponseBuilder	av:links(Link[])Response$ResponseBuilder	av:variants(Variant[])Response$ResponseBuilder	p:new()	sp:newInstance()Response$ResponseBuilder	status(Response$Status)Response$ResponseBuilder	status(Response$StatusType)Response$ResponseBuilder
Response$Status	Efs	Enum<Response$Status>;Response$StatusType	e:OK=Response$Status	e:CREATED=Response$Status	e:ACCEPTED=Response$Status	e:NO_CONTENT=Response$Status	e:RESET_CONTENT=Response$Status	e:PARTIAL_CONTENT=Response$Status	e:MOVED_PERMANENTLY=Response$Status	e:FOUND=Response$Status	e:SEE_OTHER=Response$Status	e:NOT_MODIFIED=Response$Status	e:USE_PROXY=Response$Status	e:TEMPORARY_REDIRECT=Response$Status	e:BAD_REQUEST=Response$Status	e:UNAUTHORIZED=Response$Status	e:PAYMENT_REQUIRED=Response$Status	e:FORBIDDEN=Response$Status	e:NOT_FOUND=Response$Status	e:METHOD_NOT_ALLOWED=Response$Status	e:NOT_ACCEPTABLE=Response$Status	e:PROXY_AUTHENTICATION_REQUIRED=Response$Status	e:REQUEST_TIMEOUT=Response$Status	e:CONFLICT=Response$Status	e:GONE=Response$Status	e:LENGTH_REQUIRED=Response$Status	e:PRECONDITION_FAILED=Response$Status	e:REQUEST_ENTITY_TOO_LARGE=Response$Status	e:REQUEST_URI_TOO_LONG=Response$Status	e:UNSUPPORTED_MEDIA_TYPE=Response$Status	e:REQUESTED_RANGE_NOT_SATISFIABLE=Response$Status	e:EXPECTATION_FAILED=Response$Status	e:PRECONDITION_REQUIRED=Response$Status	e:TOO_MANY_REQUESTS=Response$Status	e:REQUEST_HEADER_FIELDS_TOO_LARGE=Response$Status	e:INTERNAL_SERVER_ERROR=Response$Status	e:NOT_IMPLEMENTED=Response$Status	e:BAD_GATEWAY=Response$Status	e:SERVICE_UNAVAILABLE=Response$Status	e:GATEWAY_TIMEOUT=Response$Status	e:HTTP_VERSION_NOT_SUPPORTED=Response$Status	e:NETWORK_AUTHENTICATION_REQUIRED=Response$Status	getFamily()Response$Status$Family	getReasonPhrase()String	getStatusCode()int	s:fromStatusCode(int)Response$Status	s:valueOf(String)Response$Status	s:values()Response$Status[]
Response$Status$Family	Efs	Enum<Response$Status$Family>	e:INFORMATIONAL=Response$Status$Family	e:SUCCESSFUL=Response$Status$Family	e:REDIRECTION=Response$Status$Family	e:CLIENT_ERROR=Response$Status$Family	e:SERVER_ERROR=Response$Status$Family	e:OTHER=Response$Status$Family	s:familyOf(int)Response$Status$Family	s:valueOf(String)Response$Status$Family	s:values()Response$Status$Family[]
Response$StatusType	Is		a:getFamily()Response$Status$Family	a:getReasonPhrase()String	a:getStatusCode()int	d:toEnum()Response$Status
SecurityContext	I		a:getAuthenticationScheme()String	a:getUserPrincipal()Principal	a:isSecure()boolean	a:isUserInRole(String)boolean	s:BASIC_AUTH=String="BASIC"	s:CLIENT_CERT_AUTH=String="CLIENT_CERT"	s:DIGEST_AUTH=String="DIGEST"	s:FORM_AUTH=String="FORM"
StreamingOutput	I		a:write(OutputStream)
UriBuilder	Ca		a:build(Object[],boolean)URI	a:buildFromEncodedMap(Map<String,?>)URI	a:buildFromMap(Map<String,?>)URI	a:buildFromMap(Map<String,?>,boolean)URI	a:clone()UriBuilder	a:fragment(String)UriBuilder	a:host(String)UriBuilder	a:path(Class)UriBuilder	a:path(Class,String)UriBuilder	a:path(String)UriBuilder	a:path(Method)UriBuilder	a:port(int)UriBuilder	a:replaceMatrix(String)UriBuilder	a:replacePath(String)UriBuilder	a:replaceQuery(String)UriBuilder	a:resolveTemplate(String,Object)UriBuilder	a:resolveTemplate(String,Object,boolean)UriBuilder	a:resolveTemplateFromEncoded(String,Object)UriBuilder	a:resolveTemplates(Map<String,Object>)UriBuilder	a:resolveTemplates(Map<String,Object>,boolean)UriBuilder	a:resolveTemplatesFromEncoded(Map<String,Object>)UriBuilder	a:scheme(String)UriBuilder	a:schemeSpecificPart(String)UriBuilder	a:toTemplate()String	a:uri(String)UriBuilder	a:uri(URI)UriBuilder	a:userInfo(String)UriBuilder	av:build(Object[])URI	av:buildFromEncoded(Object[])URI	av:matrixParam(String,Object[])UriBuilder	av:queryParam(String,Object[])UriBuilder	av:replaceMatrixParam(String,Object[])UriBuilder	av:replaceQueryParam(String,Object[])UriBuilder	av:segment(String[])UriBuilder	p:new()	s:fromLink(Link)UriBuilder	s:fromMethod(Class<?>,String)UriBuilder	s:fromPath(String)UriBuilder	s:fromResource(Class<?>)UriBuilder	s:fromUri(String)UriBuilder	s:fromUri(URI)UriBuilder	sp:newInstance()UriBuilder
UriBuilderException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
UriInfo	I		a:getAbsolutePath()URI	a:getAbsolutePathBuilder()UriBuilder	a:getBaseUri()URI	a:getBaseUriBuilder()UriBuilder	a:getMatchedResources()List<Object>	a:getMatchedURIs()List<String>	a:getMatchedURIs(boolean)List<String>	a:getPath()String	a:getPath(boolean)String	a:getPathParameters()MultivaluedMap<String,String>	a:getPathParameters(boolean)MultivaluedMap<String,String>	a:getPathSegments()List<PathSegment>	a:getPathSegments(boolean)List<PathSegment>	a:getQueryParameters()MultivaluedMap<String,String>	a:getQueryParameters(boolean)MultivaluedMap<String,String>	a:getRequestUri()URI	a:getRequestUriBuilder()UriBuilder	a:relativize(URI)URI	a:resolve(URI)URI
Variant	C		getEncoding()String	getLanguage()Locale	getLanguageString()String	getMediaType()MediaType	new(MediaType,String,String)	new(MediaType,String,String,String)	new(MediaType,String,String,String,String)	new(MediaType,Locale,String)	sv:encodings(String[])Variant$VariantListBuilder	sv:languages(Locale[])Variant$VariantListBuilder	sv:mediaTypes(MediaType[])Variant$VariantListBuilder
Variant$VariantListBuilder	Cas		a:add()Variant$VariantListBuilder	a:build()List<Variant>	av:encodings(String[])Variant$VariantListBuilder	av:languages(Locale[])Variant$VariantListBuilder	av:mediaTypes(MediaType[])Variant$VariantListBuilder	p:new()	s:newInstance()Variant$VariantListBuilder
@javax.ws.rs.ext
ContextResolver	I<T>		a:getContext(Class<?>)T
ExceptionMapper	I<E:Throwable>		a:toResponse(E)Response
InterceptorContext	I		a:getAnnotations()Annotation[]	a:getGenericType()Type	a:getMediaType()MediaType	a:getProperty(String)Object	a:getPropertyNames()Collection<String>	a:getType()Class<?>	a:removeProperty(String)	a:setAnnotations(Annotation[])	a:setGenericType(Type)	a:setMediaType(MediaType)	a:setProperty(String,Object)	a:setType(Class<?>)
MessageBodyReader	I<T>		a:isReadable(Class<?>,Type,Annotation[],MediaType)boolean	a:readFrom(Class<T>,Type,Annotation[],MediaType,MultivaluedMap<String,String>,InputStream)T
MessageBodyWriter	I<T>		a:isWriteable(Class<?>,Type,Annotation[],MediaType)boolean	a:writeTo(T,Class<?>,Type,Annotation[],MediaType,MultivaluedMap<String,Object>,OutputStream)	d:getSize(T,Class<?>,Type,Annotation[],MediaType)long
ParamConverter	I<T>		a:fromString(String)T	a:toString(T)String
ParamConverter$Lazy	As	Annotation
ParamConverterProvider	I		a:getConverter<T>(Class<T>,Type,Annotation[])ParamConverter<T>
Provider	A	Annotation
Providers	I		a:getContextResolver<T>(Class<T>,MediaType)ContextResolver<T>	a:getExceptionMapper<T:Throwable>(Class<T>)ExceptionMapper<T>	a:getMessageBodyReader<T>(Class<T>,Type,Annotation[],MediaType)MessageBodyReader<T>	a:getMessageBodyWriter<T>(Class<T>,Type,Annotation[],MediaType)MessageBodyWriter<T>
ReaderInterceptor	I		a:aroundReadFrom(ReaderInterceptorContext)Object
ReaderInterceptorContext	I	InterceptorContext	a:getHeaders()MultivaluedMap<String,String>	a:getInputStream()InputStream	a:proceed()Object	a:setInputStream(InputStream)
RuntimeDelegate	Ca		a:createEndpoint<T>(Application,Class<T>)T	a:createHeaderDelegate<T>(Class<T>)RuntimeDelegate$HeaderDelegate<T>	a:createLinkBuilder()Link$Builder	a:createResponseBuilder()Response$ResponseBuilder	a:createUriBuilder()UriBuilder	a:createVariantListBuilder()Variant$VariantListBuilder	p:new()	s:JAXRS_RUNTIME_DELEGATE_PROPERTY=String="javax.ws.rs.ext.RuntimeDelegate"	s:getInstance()RuntimeDelegate	s:setInstance(RuntimeDelegate)
RuntimeDelegate$HeaderDelegate	Is<T>		a:fromString(String)T	a:toString(T)String
WriterInterceptor	I		a:aroundWriteTo(WriterInterceptorContext)
WriterInterceptorContext	I	InterceptorContext	a:getEntity()Object	a:getHeaders()MultivaluedMap<String,Object>	a:getOutputStream()OutputStream	a:proceed()	a:setEntity(Object)	a:setOutputStream(OutputStream)
@javax.ws.rs.sse
InboundSseEvent	I	SseEvent	a:isEmpty()boolean	a:readData()String	a:readData<T>(Class<T>)T	a:readData<T>(Class<T>,MediaType)T	a:readData<T>(GenericType<T>)T	a:readData<T>(GenericType<T>,MediaType)T
OutboundSseEvent	I	SseEvent	a:getData()Object	a:getGenericType()Type	a:getMediaType()MediaType	a:getType()Class<?>
OutboundSseEvent$Builder	Is		a:build()OutboundSseEvent	a:comment(String)OutboundSseEvent$Builder	a:data(Class,Object)OutboundSseEvent$Builder	a:data(Object)OutboundSseEvent$Builder	a:data(GenericType,Object)OutboundSseEvent$Builder	a:id(String)OutboundSseEvent$Builder	a:mediaType(MediaType)OutboundSseEvent$Builder	a:name(String)OutboundSseEvent$Builder	a:reconnectDelay(long)OutboundSseEvent$Builder
Sse	I		a:newBroadcaster()SseBroadcaster	a:newEventBuilder()OutboundSseEvent$Builder	d:newEvent(String)OutboundSseEvent	d:newEvent(String,String)OutboundSseEvent
SseBroadcaster	I	AutoCloseable	a:broadcast(OutboundSseEvent)CompletionStage<?>	a:close()	a:onClose(Consumer<SseEventSink>)	a:onError(BiConsumer<SseEventSink,Throwable>)	a:register(SseEventSink)
SseEvent	I		a:getComment()String	a:getId()String	a:getName()String	a:getReconnectDelay()long	a:isReconnectDelaySet()boolean	s:RECONNECT_NOT_SET=long=-1
SseEventSink	I	AutoCloseable	a:close()	a:isClosed()boolean	a:send(OutboundSseEvent)CompletionStage<?>
SseEventSource	I	AutoCloseable	a:close(long,TimeUnit)boolean	a:isOpen()boolean	a:open()	a:register(Consumer<InboundSseEvent>)	a:register(Consumer<InboundSseEvent>,Consumer<Throwable>)	a:register(Consumer<InboundSseEvent>,Consumer<Throwable>,Runnable)	d:close()	s:target(WebTarget)SseEventSource$Builder
SseEventSource$Builder	Cas		a:build()SseEventSource	a:reconnectingEvery(long,TimeUnit)SseEventSource$Builder	ap:target(WebTarget)SseEventSource$Builder	p:new()	s:JAXRS_DEFAULT_SSE_BUILDER_PROPERTY=String="javax.ws.rs.sse.SseEventSource.Builder"
@javax.xml.bind
Binder	Ca<XmlNode>		a:getEventHandler()ValidationEventHandler	a:getJAXBNode(XmlNode)Object	a:getProperty(String)Object	a:getSchema()Schema	a:getXMLNode(Object)XmlNode	a:marshal(Object,XmlNode)	a:setEventHandler(ValidationEventHandler)	a:setProperty(String,Object)	a:setSchema(Schema)	a:unmarshal(XmlNode)Object	a:unmarshal<T>(XmlNode,Class<T>)JAXBElement<T>	a:updateJAXB(XmlNode)Object	a:updateXML(Object)XmlNode	a:updateXML(Object,XmlNode)XmlNode	new()
DataBindingException	C	RuntimeException	new(String,Throwable)	new(Throwable)
DatatypeConverter	Cf		s:parseAnySimpleType(String)String	s:parseBase64Binary(String)byte[]	s:parseBoolean(String)boolean	s:parseByte(String)byte	s:parseDate(String)Calendar	s:parseDateTime(String)Calendar	s:parseDecimal(String)BigDecimal	s:parseDouble(String)double	s:parseFloat(String)float	s:parseHexBinary(String)byte[]	s:parseInt(String)int	s:parseInteger(String)BigInteger	s:parseLong(String)long	s:parseQName(String,NamespaceContext)QName	s:parseShort(String)short	s:parseString(String)String	s:parseTime(String)Calendar	s:parseUnsignedInt(String)long	s:parseUnsignedShort(String)int	s:printAnySimpleType(String)String	s:printBase64Binary(byte[])String	s:printBoolean(boolean)String	s:printByte(byte)String	s:printDate(Calendar)String	s:printDateTime(Calendar)String	s:printDecimal(BigDecimal)String	s:printDouble(double)String	s:printFloat(float)String	s:printHexBinary(byte[])String	s:printInt(int)String	s:printInteger(BigInteger)String	s:printLong(long)String	s:printQName(QName,NamespaceContext)String	s:printShort(short)String	s:printString(String)String	s:printTime(Calendar)String	s:printUnsignedInt(long)String	s:printUnsignedShort(int)String	s:setDatatypeConverter(DatatypeConverterInterface)
DatatypeConverterInterface	I		a:parseAnySimpleType(String)String	a:parseBase64Binary(String)byte[]	a:parseBoolean(String)boolean	a:parseByte(String)byte	a:parseDate(String)Calendar	a:parseDateTime(String)Calendar	a:parseDecimal(String)BigDecimal	a:parseDouble(String)double	a:parseFloat(String)float	a:parseHexBinary(String)byte[]	a:parseInt(String)int	a:parseInteger(String)BigInteger	a:parseLong(String)long	a:parseQName(String,NamespaceContext)QName	a:parseShort(String)short	a:parseString(String)String	a:parseTime(String)Calendar	a:parseUnsignedInt(String)long	a:parseUnsignedShort(String)int	a:printAnySimpleType(String)String	a:printBase64Binary(byte[])String	a:printBoolean(boolean)String	a:printByte(byte)String	a:printDate(Calendar)String	a:printDateTime(Calendar)String	a:printDecimal(BigDecimal)String	a:printDouble(double)String	a:printFloat(float)String	a:printHexBinary(byte[])String	a:printInt(int)String	a:printInteger(BigInteger)String	a:printLong(long)String	a:printQName(QName,NamespaceContext)String	a:printShort(short)String	a:printString(String)String	a:printTime(Calendar)String	a:printUnsignedInt(long)String	a:printUnsignedShort(int)String
Element	I	
JAXB	Cf		s:marshal(Object,File)	s:marshal(Object,OutputStream)	s:marshal(Object,Writer)	s:marshal(Object,String)	s:marshal(Object,URI)	s:marshal(Object,URL)	s:marshal(Object,Result)	s:unmarshal<T>(File,Class<T>)T	s:unmarshal<T>(InputStream,Class<T>)T	s:unmarshal<T>(Reader,Class<T>)T	s:unmarshal<T>(String,Class<T>)T	s:unmarshal<T>(URI,Class<T>)T	s:unmarshal<T>(URL,Class<T>)T	s:unmarshal<T>(Source,Class<T>)T
JAXBContext	Ca		a:createMarshaller()Marshaller	a:createUnmarshaller()Unmarshaller	a:createValidator()javax.xml.bind.Validator	createBinder()Binder<Node>	createBinder<T>(Class<T>)Binder<T>	createJAXBIntrospector()JAXBIntrospector	generateSchema(SchemaOutputResolver)	p:new()	s:JAXB_CONTEXT_FACTORY=String="javax.xml.bind.JAXBContextFactory"	s:newInstance(Class<?>[],Map<String,?>)JAXBContext	s:newInstance(String)JAXBContext	s:newInstance(String,ClassLoader)JAXBContext	s:newInstance(String,ClassLoader,Map<String,?>)JAXBContext	sv:newInstance(Class<?>[])JAXBContext
JAXBContextFactory	I		a:createContext(Class<?>[],Map<String,?>)JAXBContext	a:createContext(String,ClassLoader,Map<String,?>)JAXBContext
JAXBElement	C<T>	;Serializable	getDeclaredType()Class<T>	getName()QName	getScope()Class	getValue()T	isGlobalScope()boolean	isNil()boolean	isTypeSubstituted()boolean	new(QName,Class<T>,Class,T)	new(QName,Class<T>,T)	p:declaredType=Class<T>	p:name=QName	p:nil=boolean	p:scope=Class	p:value=T	setNil(boolean)	setValue(T)
JAXBElement$GlobalScope	Cfs		new()
JAXBException	C	Exception	getCause()Throwable	getErrorCode()String	getLinkedException()Throwable	new(String)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)	printStackTrace(PrintStream)	printStackTrace(PrintWriter)	printStackTrace()	setLinkedException(Throwable)
JAXBIntrospector	Ca		a:getElementName(Object)QName	a:isElement(Object)boolean	new()	s:getValue(Object)Object
JAXBPermission	Cf	BasicPermission	new(String)
MarshalException	C	JAXBException	new(String)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)
Marshaller	I		a:getAdapter<A:XmlAdapter>(Class<A>)A	a:getAttachmentMarshaller()AttachmentMarshaller	a:getEventHandler()ValidationEventHandler	a:getListener()Marshaller$Listener	a:getNode(Object)Node	a:getProperty(String)Object	a:getSchema()Schema	a:marshal(Object,File)	a:marshal(Object,OutputStream)	a:marshal(Object,Writer)	a:marshal(Object,XMLEventWriter)	a:marshal(Object,XMLStreamWriter)	a:marshal(Object,Result)	a:marshal(Object,Node)	a:marshal(Object,ContentHandler)	a:setAdapter(XmlAdapter)	a:setAdapter<A:XmlAdapter>(Class<A>,A)	a:setAttachmentMarshaller(AttachmentMarshaller)	a:setEventHandler(ValidationEventHandler)	a:setListener(Marshaller$Listener)	a:setProperty(String,Object)	a:setSchema(Schema)	s:JAXB_ENCODING=String="jaxb.encoding"	s:JAXB_FORMATTED_OUTPUT=String="jaxb.formatted.output"	s:JAXB_FRAGMENT=String="jaxb.fragment"	s:JAXB_NO_NAMESPACE_SCHEMA_LOCATION=String="jaxb.noNamespaceSchemaLocation"	s:JAXB_SCHEMA_LOCATION=String="jaxb.schemaLocation"
Marshaller$Listener	Cas		afterMarshal(Object)	beforeMarshal(Object)	new()
NotIdentifiableEvent	I	ValidationEvent
ParseConversionEvent	I	ValidationEvent
PrintConversionEvent	I	ValidationEvent
PropertyException	C	JAXBException	new(String)	new(String,Object)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)
SchemaOutputResolver	Ca		a:createOutput(String,String)Result	new()
TypeConstraintException	C	RuntimeException	getErrorCode()String	getLinkedException()Throwable	new(String)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)	printStackTrace(PrintStream)	printStackTrace()	setLinkedException(Throwable)
UnmarshalException	C	JAXBException	new(String)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)
Unmarshaller	I		a:getAdapter<A:XmlAdapter>(Class<A>)A	a:getAttachmentUnmarshaller()AttachmentUnmarshaller	a:getEventHandler()ValidationEventHandler	a:getListener()Unmarshaller$Listener	a:getProperty(String)Object	a:getSchema()Schema	a:getUnmarshallerHandler()UnmarshallerHandler	a:isValidating()boolean	a:setAdapter(XmlAdapter)	a:setAdapter<A:XmlAdapter>(Class<A>,A)	a:setAttachmentUnmarshaller(AttachmentUnmarshaller)	a:setEventHandler(ValidationEventHandler)	a:setListener(Unmarshaller$Listener)	a:setProperty(String,Object)	a:setSchema(Schema)	a:setValidating(boolean)	a:unmarshal(File)Object	a:unmarshal(InputStream)Object	a:unmarshal(Reader)Object	a:unmarshal(URL)Object	a:unmarshal(XMLEventReader)Object	a:unmarshal(XMLStreamReader)Object	a:unmarshal(Source)Object	a:unmarshal(Node)Object	a:unmarshal(InputSource)Object	a:unmarshal<T>(XMLEventReader,Class<T>)JAXBElement<T>	a:unmarshal<T>(XMLStreamReader,Class<T>)JAXBElement<T>	a:unmarshal<T>(Source,Class<T>)JAXBElement<T>	a:unmarshal<T>(Node,Class<T>)JAXBElement<T>
Unmarshaller$Listener	Cas		afterUnmarshal(Object,Object)	beforeUnmarshal(Object,Object)	new()
UnmarshallerHandler	I	ContentHandler	a:getResult()Object
ValidationEvent	I		a:getLinkedException()Throwable	a:getLocator()ValidationEventLocator	a:getMessage()String	a:getSeverity()int	s:ERROR=int=1	s:FATAL_ERROR=int=2	s:WARNING=int=0
ValidationEventHandler	I		a:handleEvent(ValidationEvent)boolean
ValidationEventLocator	I		a:getColumnNumber()int	a:getLineNumber()int	a:getNode()Node	a:getObject()Object	a:getOffset()int	a:getURL()URL
ValidationException	C	JAXBException	new(String)	new(String,String)	new(String,String,Throwable)	new(String,Throwable)	new(Throwable)
Validator	I		a:getEventHandler()ValidationEventHandler	a:getProperty(String)Object	a:setEventHandler(ValidationEventHandler)	a:setProperty(String,Object)	a:validate(Object)boolean	a:validateRoot(Object)boolean
@javax.xml.bind.annotation
DomHandler	I<ElementT,ResultT:Result>		a:createUnmarshaller(ValidationEventHandler)ResultT	a:getElement(ResultT)ElementT	a:marshal(ElementT,ValidationEventHandler)Source
W3CDomHandler	C	;DomHandler<Element,DOMResult>	createUnmarshaller(ValidationEventHandler)DOMResult	getBuilder()DocumentBuilder	getElement(DOMResult)Element	marshal(Element,ValidationEventHandler)Source	new(DocumentBuilder)	new()	setBuilder(DocumentBuilder)
XmlAccessOrder	Ef	Enum<XmlAccessOrder>	e:UNDEFINED=XmlAccessOrder	e:ALPHABETICAL=XmlAccessOrder	s:valueOf(String)XmlAccessOrder	s:values()XmlAccessOrder[]
XmlAccessType	Ef	Enum<XmlAccessType>	e:PROPERTY=XmlAccessType	e:FIELD=XmlAccessType	e:PUBLIC_MEMBER=XmlAccessType	e:NONE=XmlAccessType	s:valueOf(String)XmlAccessType	s:values()XmlAccessType[]
XmlAccessorOrder	A	Annotation	a:value()XmlAccessOrder
XmlAccessorType	A	Annotation	a:value()XmlAccessType
XmlAnyAttribute	A	Annotation
XmlAnyElement	A	Annotation	a:lax()boolean	a:value()Class<+DomHandler>
XmlAttachmentRef	A	Annotation
XmlAttribute	A	Annotation	a:name()String	a:namespace()String	a:required()boolean
XmlElement	A	Annotation	a:defaultValue()String	a:name()String	a:namespace()String	a:nillable()boolean	a:required()boolean	a:type()Class
XmlElement$DEFAULT	Cfs		new()
XmlElementDecl	A	Annotation	a:defaultValue()String	a:name()String	a:namespace()String	a:scope()Class	a:substitutionHeadName()String	a:substitutionHeadNamespace()String
XmlElementDecl$GLOBAL	Cfs		new()
XmlElementRef	A	Annotation	a:name()String	a:namespace()String	a:required()boolean	a:type()Class
XmlElementRef$DEFAULT	Cfs		new()
XmlElementRefs	A	Annotation	a:value()XmlElementRef[]
XmlElementWrapper	A	Annotation	a:name()String	a:namespace()String	a:nillable()boolean	a:required()boolean
XmlElements	A	Annotation	a:value()XmlElement[]
XmlEnum	A	Annotation	a:value()Class<?>
XmlEnumValue	A	Annotation	a:value()String
XmlID	A	Annotation
XmlIDREF	A	Annotation
XmlInlineBinaryData	A	Annotation
XmlList	A	Annotation
XmlMimeType	A	Annotation	a:value()String
XmlMixed	A	Annotation
XmlNs	A	Annotation	a:namespaceURI()String	a:prefix()String
XmlNsForm	Ef	Enum<XmlNsForm>	e:UNQUALIFIED=XmlNsForm	e:QUALIFIED=XmlNsForm	e:UNSET=XmlNsForm	s:valueOf(String)XmlNsForm	s:values()XmlNsForm[]
XmlRegistry	A	Annotation
XmlRootElement	A	Annotation	a:name()String	a:namespace()String
XmlSchema	A	Annotation	a:attributeFormDefault()XmlNsForm	a:elementFormDefault()XmlNsForm	a:location()String	a:namespace()String	a:xmlns()XmlNs[]	s:NO_LOCATION=String="##generate"
XmlSchemaType	A	Annotation	a:name()String	a:namespace()String	a:type()Class
XmlSchemaType$DEFAULT	Cfs		new()
XmlSchemaTypes	A	Annotation	a:value()XmlSchemaType[]
XmlSeeAlso	A	Annotation	a:value()Class[]
XmlTransient	A	Annotation
XmlType	A	Annotation	a:factoryClass()Class	a:factoryMethod()String	a:name()String	a:namespace()String	a:propOrder()String[]
XmlType$DEFAULT	Cfs		new()
XmlValue	A	Annotation
@javax.xml.bind.annotation.adapters
CollapsedStringAdapter	C	XmlAdapter<String,String>	marshal(String)String	new()	sp:isWhiteSpace(char)boolean	unmarshal(String)String
HexBinaryAdapter	Cf	XmlAdapter<String,byte[]>	marshal(byte[])String	new()	unmarshal(String)byte[]
NormalizedStringAdapter	Cf	XmlAdapter<String,String>	marshal(String)String	new()	sp:isWhiteSpaceExceptSpace(char)boolean	unmarshal(String)String
XmlAdapter	Ca<ValueType,BoundType>		a:marshal(BoundType)ValueType	a:unmarshal(ValueType)BoundType	p:new()
XmlJavaTypeAdapter	A	Annotation	a:type()Class	a:value()Class<+XmlAdapter>
XmlJavaTypeAdapter$DEFAULT	Cfs		new()
XmlJavaTypeAdapters	A	Annotation	a:value()XmlJavaTypeAdapter[]
@javax.xml.bind.attachment
AttachmentMarshaller	Ca		a:addMtomAttachment(DataHandler,String,String)String	a:addMtomAttachment(byte[],int,int,String,String,String)String	a:addSwaRefAttachment(DataHandler)String	isXOPPackage()boolean	new()
AttachmentUnmarshaller	Ca		a:getAttachmentAsByteArray(String)byte[]	a:getAttachmentAsDataHandler(String)DataHandler	isXOPPackage()boolean	new()
@javax.xml.bind.util
JAXBResult	C	SAXResult	getResult()Object	new(JAXBContext)	new(Unmarshaller)
JAXBSource	C	SAXSource	new(JAXBContext,Object)	new(Marshaller,Object)
ValidationEventCollector	C	;ValidationEventHandler	getEvents()ValidationEvent[]	handleEvent(ValidationEvent)boolean	hasEvents()boolean	new()	reset()
@javax.xml.rpc.handler
GenericHandler	Ca	;Handler	a:getHeaders()QName[]	destroy()	handleFault(javax.xml.rpc.handler.MessageContext)boolean	handleRequest(javax.xml.rpc.handler.MessageContext)boolean	handleResponse(javax.xml.rpc.handler.MessageContext)boolean	init(HandlerInfo)	p:new()
Handler	I		a:destroy()	a:getHeaders()QName[]	a:handleFault(javax.xml.rpc.handler.MessageContext)boolean	a:handleRequest(javax.xml.rpc.handler.MessageContext)boolean	a:handleResponse(javax.xml.rpc.handler.MessageContext)boolean	a:init(HandlerInfo)
HandlerChain	I	List	a:destroy()	a:getRoles()String[]	a:handleFault(javax.xml.rpc.handler.MessageContext)boolean	a:handleRequest(javax.xml.rpc.handler.MessageContext)boolean	a:handleResponse(javax.xml.rpc.handler.MessageContext)boolean	a:init(Map)	a:setRoles(String[])
HandlerInfo	C	;Serializable	getHandlerClass()Class	getHandlerConfig()Map	getHeaders()QName[]	new(Class,Map,QName[])	new()	setHandlerClass(Class)	setHandlerConfig(Map)	setHeaders(QName[])
HandlerRegistry	I	Serializable	a:getHandlerChain(QName)List	a:setHandlerChain(QName,List)
MessageContext	I		a:containsProperty(String)boolean	a:getProperty(String)Object	a:getPropertyNames()Iterator	a:removeProperty(String)	a:setProperty(String,Object)
