=groovy.lang	Closure
=jakarta.servlet	DispatcherType	Filter	FilterChain	FilterConfig	FilterRegistration$Dynamic	MultipartConfigElement	Registration$Dynamic	Servlet	ServletContext	ServletRegistration$Dynamic	ServletRequest	ServletResponse
=jakarta.servlet.http	HttpServletRequest	HttpServletResponse
=java.io	File	PrintStream	Serializable
=java.lang	Boolean	CharSequence	Class	ClassLoader	Enum	Exception	Integer	Iterable	Number	Object	Record	Runnable	RuntimeException	String	Throwable
=java.lang.annotation	Annotation
=java.lang.reflect	Constructor	Method
=java.net	BindException	InetAddress	URI
=java.nio.charset	Charset
=java.nio.file	Path
=java.time	Duration	Instant	OffsetDateTime
=java.util	AbstractCollection	Collection	EnumSet	EventListener	EventObject	Iterator	List	Map	Properties	Random	Set
=java.util.function	BiFunction	Consumer	Function	IntSupplier	Predicate	Supplier	UnaryOperator
=java.util.stream	Stream
=javax.net.ssl	SSLContext
=javax.sql	DataSource	XADataSource
=kotlin.reflect	KClass
=org.apache.commons.logging	Log
=org.springframework.aot.hint	RuntimeHints	RuntimeHintsRegistrar
=org.springframework.beans	PropertyEditorRegistry
=org.springframework.beans.factory	BeanClassLoaderAware	BeanCreationException	BeanFactory	BeanFactoryAware	BeanNameAware	FactoryBean	InitializingBean	ListableBeanFactory	ObjectProvider
=org.springframework.beans.factory.config	BeanDefinition	BeanFactoryPostProcessor	BeanPostProcessor	ConfigurableListableBeanFactory
=org.springframework.beans.factory.support	BeanDefinitionRegistry	BeanNameGenerator
=org.springframework.boot	ApplicationArguments	ApplicationContextFactory	Banner	Banner$Mode	BeanDefinitionLoader	BootstrapContext	BootstrapContextClosedEvent	BootstrapRegistry	BootstrapRegistry$InstanceSupplier	BootstrapRegistry$Scope	BootstrapRegistryInitializer	ConfigurableBootstrapContext	DefaultPropertiesPropertySource	ExitCodeGenerator	LazyInitializationExcludeFilter	Runner	SpringApplication	SpringApplication$Augmented	SpringApplication$Running	SpringApplicationHook	SpringApplicationRunListener	SpringApplicationShutdownHandlers	WebApplicationType
=org.springframework.boot.actuate.audit	AuditEvent	AuditEventRepository	AuditEventsEndpoint$AuditEventsDescriptor
=org.springframework.boot.actuate.endpoint	AbstractExposableEndpoint	Access	ApiVersion	EndpointFilter	EndpointId	EndpointsSupplier	ExposableEndpoint	InvocationContext	Operation	OperationFilter	OperationResponseBody	OperationType	Producible	SecurityContext
=org.springframework.boot.actuate.endpoint.annotation	DiscoveredEndpoint	DiscoveredOperationMethod	EndpointDiscoverer	EndpointDiscoverer$OperationKey	Selector$Match
=org.springframework.boot.actuate.endpoint.invoke	OperationInvoker	OperationInvokerAdvisor	OperationParameters	ParameterValueMapper
=org.springframework.boot.actuate.endpoint.invoke.reflect	OperationMethod
=org.springframework.boot.actuate.endpoint.web	WebEndpointResponse	WebServerNamespace
=org.springframework.boot.actuate.health	AbstractHealthIndicator	AdditionalHealthEndpointPath	CompositeHealth	CompositeHealthContributor	CompositeReactiveHealthContributor	ContributorRegistry	DefaultContributorRegistry	Health	Health$Builder	HealthComponent	HealthContributor	HealthContributorNameFactory	HealthContributorRegistry	HealthEndpointGroup	HealthEndpointGroups	HealthEndpointSupport	HealthIndicator	HttpCodeStatusMapper	NamedContributor	NamedContributors	ReactiveHealthContributor	ReactiveHealthContributorRegistry	ReactiveHealthIndicator	Status	StatusAggregator
=org.springframework.boot.autoconfigure	AutoConfigurationImportEvent	AutoConfigurationImportFilter	AutoConfigurationImportListener	AutoConfigurationImportSelector$AutoConfigurationEntry	AutoConfigurationMetadata	AutoConfigurations
=org.springframework.boot.autoconfigure.condition	AbstractNestedCondition	AbstractNestedCondition$MemberConditions	AbstractNestedCondition$MemberMatchOutcomes	ConditionEvaluationReport	ConditionEvaluationReport$ConditionAndOutcome	ConditionEvaluationReport$ConditionAndOutcomes	ConditionMessage	ConditionMessage$Builder	ConditionMessage$ItemsBuilder	ConditionMessage$Style	ConditionOutcome	ConditionalOnJava$Range	ConditionalOnWebApplication$Type	FilteringSpringBootCondition$ClassNameFilter	SearchStrategy	SpringBootCondition
=org.springframework.boot.autoconfigure.domain	EntityScanPackages
=org.springframework.boot.autoconfigure.h2	H2ConsoleProperties
=org.springframework.boot.autoconfigure.security	SecurityProperties	SecurityProperties$Filter	SecurityProperties$User	StaticResourceLocation
=org.springframework.boot.autoconfigure.security.servlet	PathRequest$H2ConsoleRequestMatcher	RequestMatcherProvider	StaticResourceRequest	StaticResourceRequest$StaticResourceRequestMatcher
=org.springframework.boot.autoconfigure.thread	Threading
=org.springframework.boot.autoconfigure.web.servlet	DispatcherServletPath
=org.springframework.boot.builder	ParentContextApplicationContextInitializer$ParentContextAvailableEvent	ParentContextCloserApplicationListener$ContextCloserListener	SpringApplicationBuilder
=org.springframework.boot.cloud	CloudPlatform
=org.springframework.boot.context.annotation	Configurations
=org.springframework.boot.context.event	SpringApplicationEvent
=org.springframework.boot.context.properties	BoundConfigurationProperties	ConfigurationProperties	ConfigurationPropertiesBean	PropertyMapper	PropertyMapper$Source	PropertyMapper$SourceOperator
=org.springframework.boot.context.properties.bind	AbstractBindHandler	AggregateBinder$AggregateSupplier	BindConstructorProvider	BindContext	BindHandler	BindMethod	BindResult	Bindable	Bindable$BindRestriction	BindableRuntimeHintsRegistrar	Binder	PlaceholdersResolver
=org.springframework.boot.context.properties.source	ConfigurationProperty	ConfigurationPropertyName	ConfigurationPropertySource
=org.springframework.boot.env	ConfigTreePropertySource$Option	ConfigTreePropertySource$Value	EnvironmentPostProcessor	EnvironmentPostProcessorApplicationListener	EnvironmentPostProcessorsFactory	PropertySourceLoader
=org.springframework.boot.http.client	ClientHttpRequestFactoryBuilder	ClientHttpRequestFactorySettings	ClientHttpRequestFactorySettings$Redirects
=org.springframework.boot.jdbc	DataSourceBuilder	DatabaseDriver	EmbeddedDatabaseConnection	SchemaManagement
=org.springframework.boot.logging	DeferredLogFactory
=org.springframework.boot.origin	Origin	OriginLookup	OriginProvider
=org.springframework.boot.security.servlet	ApplicationContextRequestMatcher
=org.springframework.boot.ssl	SslBundle	SslBundleKey	SslBundles	SslManagerBundle	SslOptions	SslStoreBundle
=org.springframework.boot.system	JavaVersion
=org.springframework.boot.web.client	RestTemplateBuilder	RestTemplateCustomizer	RestTemplateRequestCustomizer	RootUriTemplateHandler
=org.springframework.boot.web.error	ErrorAttributeOptions	ErrorAttributeOptions$Include
=org.springframework.boot.web.server	Compression	ConfigurableWebServerFactory	Cookie$SameSite	ErrorPage	ErrorPageRegistry	GracefulShutdownCallback	GracefulShutdownResult	Http2	MimeMappings	MimeMappings$Mapping	Shutdown	Ssl	Ssl$ClientAuth	Ssl$ServerNameSslBundle	WebServerException	WebServerFactory
=org.springframework.boot.web.servlet	AbstractFilterRegistrationBean	DelegatingFilterProxyRegistrationBean	DynamicRegistrationBean	RegistrationBean	ServletContextInitializer	ServletContextInitializerBeans$RegistrationBeanAdapter	ServletRegistrationBean	WebListenerRegistry
=org.springframework.boot.web.servlet.error	ErrorAttributes
=org.springframework.context	ApplicationContext	ApplicationContextAware	ApplicationContextInitializer	ApplicationEvent	ApplicationEventPublisher	ApplicationListener	ConfigurableApplicationContext	EnvironmentAware	Lifecycle	ResourceLoaderAware
=org.springframework.context.annotation	ClassPathScanningCandidateComponentProvider	Condition	ConditionContext	ConfigurationCondition	ConfigurationCondition$ConfigurationPhase	DeferredImportSelector	DeferredImportSelector$Group
=org.springframework.context.aot	AbstractAotProcessor$Settings	ContextAotProcessor
=org.springframework.context.event	ContextClosedEvent	SmartApplicationListener
=org.springframework.context.support	GenericApplicationContext
=org.springframework.core	Ordered	PriorityOrdered	ResolvableType
=org.springframework.core.annotation	AnnotationAttributes
=org.springframework.core.convert	ConversionService
=org.springframework.core.env	ConfigurableEnvironment	EnumerablePropertySource	Environment	MapPropertySource	MutablePropertySources	PropertyResolver	PropertySource	SystemEnvironmentPropertySource
=org.springframework.core.io	InputStreamSource	Resource	ResourceLoader
=org.springframework.core.metrics	ApplicationStartup
=org.springframework.core.style	ToStringCreator
=org.springframework.core.type	AnnotatedTypeMetadata	AnnotationMetadata
=org.springframework.core.type.classreading	MetadataReader	MetadataReaderFactory
=org.springframework.core.type.filter	TypeFilter
=org.springframework.http	HttpStatus
=org.springframework.http.client	ClientHttpRequest	ClientHttpRequestFactory	ClientHttpRequestInterceptor
=org.springframework.http.converter	HttpMessageConverter
=org.springframework.jdbc.datasource.embedded	EmbeddedDatabaseType
=org.springframework.jndi	JndiLocatorSupport
=org.springframework.security.authentication	DefaultAuthenticationEventPublisher
=org.springframework.security.crypto.password	PasswordEncoder
=org.springframework.security.data.repository.query	SecurityEvaluationContextExtension
=org.springframework.security.provisioning	InMemoryUserDetailsManager
=org.springframework.security.web.util.matcher	RequestMatcher
=org.springframework.util	PropertyPlaceholderHelper
=org.springframework.util.function	ThrowingConsumer	ThrowingSupplier
=org.springframework.util.unit	DataSize
=org.springframework.web	WebApplicationInitializer
=org.springframework.web.client	ResponseErrorHandler	RestClient$Builder	RestTemplate
=org.springframework.web.context	ConfigurableWebApplicationContext	WebApplicationContext
=org.springframework.web.context.request	WebRequest
=org.springframework.web.filter	DelegatingFilterProxy
=org.springframework.web.servlet	HandlerExceptionResolver	ModelAndView
=org.springframework.web.util	UriBuilder	UriBuilderFactory	UriTemplateHandler
=reactor.core.publisher	Mono
@org.springframework.boot
AotInitializerNotFoundException	C	RuntimeException	getMainClass()Class<?>	new(Class<?>,String)
ApplicationArguments	I		a:containsOption(String)boolean	a:getNonOptionArgs()List<String>	a:getOptionNames()Set<String>	a:getOptionValues(String)List<String>	a:getSourceArgs()String[]
ApplicationContextFactory	I		a:create(WebApplicationType)ConfigurableApplicationContext	d:createEnvironment(WebApplicationType)ConfigurableEnvironment	d:getEnvironmentType(WebApplicationType)Class<+ConfigurableEnvironment>	s:DEFAULT=ApplicationContextFactory	s:of(Supplier<ConfigurableApplicationContext>)ApplicationContextFactory	s:ofContextClass(Class<+ConfigurableApplicationContext>)ApplicationContextFactory
ApplicationRunner	I	Runner	a:run(ApplicationArguments)
Banner	I		a:printBanner(Environment,Class<?>,PrintStream)
Banner$Mode	Efs	Enum<Banner$Mode>	e:OFF=Banner$Mode	e:CONSOLE=Banner$Mode	e:LOG=Banner$Mode	s:valueOf(String)Banner$Mode	s:values()Banner$Mode[]
BeanDefinitionLoader$GroovyBeanDefinitionSource	Is		a:getBeans()Closure<?>
BootstrapContext	I		a:get<T>(Class<T>)T	a:getOrElse<T>(Class<T>,T)T	a:getOrElseSupply<T>(Class<T>,Supplier<T>)T	a:getOrElseThrow<T,X:Throwable>(Class<T>,Supplier<+X>)T	a:isRegistered<T>(Class<T>)boolean
BootstrapContextClosedEvent	C	ApplicationEvent	getApplicationContext()ConfigurableApplicationContext	getBootstrapContext()BootstrapContext
BootstrapRegistry	I		a:addCloseListener(ApplicationListener<BootstrapContextClosedEvent>)	a:getRegisteredInstanceSupplier<T>(Class<T>)BootstrapRegistry$InstanceSupplier<T>	a:isRegistered<T>(Class<T>)boolean	a:register<T>(Class<T>,BootstrapRegistry$InstanceSupplier<T>)	a:registerIfAbsent<T>(Class<T>,BootstrapRegistry$InstanceSupplier<T>)
BootstrapRegistry$InstanceSupplier	Is<T>		a:get(BootstrapContext)T	d:getScope()BootstrapRegistry$Scope	d:withScope(BootstrapRegistry$Scope)BootstrapRegistry$InstanceSupplier<T>	s:from<T>(Supplier<T>)BootstrapRegistry$InstanceSupplier<T>	s:of<T>(T)BootstrapRegistry$InstanceSupplier<T>
BootstrapRegistry$Scope	Efs	Enum<BootstrapRegistry$Scope>	e:SINGLETON=BootstrapRegistry$Scope	e:PROTOTYPE=BootstrapRegistry$Scope	s:valueOf(String)BootstrapRegistry$Scope	s:values()BootstrapRegistry$Scope[]
BootstrapRegistryInitializer	I		a:initialize(BootstrapRegistry)
CommandLineRunner	I	Runner	av:run(String[])
ConfigurableBootstrapContext	I	BootstrapRegistry;BootstrapContext
DefaultApplicationArguments	C	;ApplicationArguments	containsOption(String)boolean	getNonOptionArgs()List<String>	getOptionNames()Set<String>	getOptionValues(String)List<String>	getSourceArgs()String[]	v:new(String[])
DefaultBootstrapContext	C	;ConfigurableBootstrapContext	addCloseListener(ApplicationListener<BootstrapContextClosedEvent>)	close(ConfigurableApplicationContext)	get<T>(Class<T>)T	getOrElse<T>(Class<T>,T)T	getOrElseSupply<T>(Class<T>,Supplier<T>)T	getOrElseThrow<T,X:Throwable>(Class<T>,Supplier<+X>)T	getRegisteredInstanceSupplier<T>(Class<T>)BootstrapRegistry$InstanceSupplier<T>	isRegistered<T>(Class<T>)boolean	new()	register<T>(Class<T>,BootstrapRegistry$InstanceSupplier<T>)	registerIfAbsent<T>(Class<T>,BootstrapRegistry$InstanceSupplier<T>)
DefaultPropertiesPropertySource	C	MapPropertySource	new(Map<String,Object>)	s:NAME=String="defaultProperties"	s:addOrMerge(Map<String,Object>,MutablePropertySources)	s:hasMatchingName(PropertySource<?>)boolean	s:ifNotEmpty(Map<String,Object>,Consumer<DefaultPropertiesPropertySource>)	s:moveToEnd(ConfigurableEnvironment)	s:moveToEnd(MutablePropertySources)
ExitCodeEvent	C	ApplicationEvent	getExitCode()int	new(Object,int)
ExitCodeExceptionMapper	I		a:getExitCode(Throwable)int
ExitCodeGenerator	I		a:getExitCode()int
LazyInitializationBeanFactoryPostProcessor	Cf	;BeanFactoryPostProcessor;Ordered	getOrder()int	new()	postProcessBeanFactory(ConfigurableListableBeanFactory)
LazyInitializationExcludeFilter	I		a:isExcluded(String,BeanDefinition,Class<?>)boolean	sv:forBeanTypes(Class<?>[])LazyInitializationExcludeFilter
ResourceBanner	C	;Banner	new(Resource)	p:getApplicationTitle(Class<?>)String	p:getApplicationVersion(Class<?>)String	p:getBootVersion()String	p:getPropertyResolvers(Environment,Class<?>)List<PropertyResolver>	printBanner(Environment,Class<?>,PrintStream)
Runner	I	
SpringApplication	C		addBootstrapRegistryInitializer(BootstrapRegistryInitializer)	addPrimarySources(Collection<Class<?>>)	getAdditionalProfiles()Set<String>	getAllSources()Set<Object>	getApplicationStartup()ApplicationStartup	getClassLoader()ClassLoader	getEnvironmentPrefix()String	getInitializers()Set<ApplicationContextInitializer<?>>	getListeners()Set<ApplicationListener<?>>	getMainApplicationClass()Class<?>	getResourceLoader()ResourceLoader	getSources()Set<String>	getWebApplicationType()WebApplicationType	isKeepAlive()boolean	p:afterRefresh(ConfigurableApplicationContext,ApplicationArguments)	p:applyInitializers(ConfigurableApplicationContext)	p:bindToSpringApplication(ConfigurableEnvironment)	p:configureEnvironment(ConfigurableEnvironment,String[])	p:configureProfiles(ConfigurableEnvironment,String[])	p:configurePropertySources(ConfigurableEnvironment,String[])	p:createApplicationContext()ConfigurableApplicationContext	p:createBeanDefinitionLoader(BeanDefinitionRegistry,Object[])BeanDefinitionLoader	p:getApplicationLog()Log	p:load(ApplicationContext,Object[])	p:logStartupInfo(ConfigurableApplicationContext)	p:logStartupInfo(boolean)	p:logStartupProfileInfo(ConfigurableApplicationContext)	p:postProcessApplicationContext(ConfigurableApplicationContext)	p:refresh(ConfigurableApplicationContext)	p:registerLoggedException(Throwable)	s:BANNER_LOCATION_PROPERTY=String="spring.banner.location"	s:BANNER_LOCATION_PROPERTY_VALUE=String="banner.txt"	s:from(ThrowingConsumer<String[]>)SpringApplication$Augmented	s:getShutdownHandlers()SpringApplicationShutdownHandlers	s:main(String[])	s:run(Class<?>[],String[])ConfigurableApplicationContext	s:withHook(SpringApplicationHook,Runnable)	s:withHook<T>(SpringApplicationHook,ThrowingSupplier<T>)T	setAddCommandLineProperties(boolean)	setAddConversionService(boolean)	setAllowBeanDefinitionOverriding(boolean)	setAllowCircularReferences(boolean)	setApplicationContextFactory(ApplicationContextFactory)	setApplicationStartup(ApplicationStartup)	setBanner(Banner)	setBannerMode(Banner$Mode)	setBeanNameGenerator(BeanNameGenerator)	setDefaultProperties(Map<String,Object>)	setDefaultProperties(Properties)	setEnvironment(ConfigurableEnvironment)	setEnvironmentPrefix(String)	setHeadless(boolean)	setInitializers(Collection<+ApplicationContextInitializer<?>>)	setKeepAlive(boolean)	setLazyInitialization(boolean)	setListeners(Collection<+ApplicationListener<?>>)	setLogStartupInfo(boolean)	setMainApplicationClass(Class<?>)	setRegisterShutdownHook(boolean)	setResourceLoader(ResourceLoader)	setSources(Set<String>)	setWebApplicationType(WebApplicationType)	sv:exit(ApplicationContext,ExitCodeGenerator[])int	sv:run(Class<?>,String[])ConfigurableApplicationContext	v:addInitializers(ApplicationContextInitializer<?>[])	v:addListeners(ApplicationListener<?>[])	v:new(Class<?>[])	v:new(ResourceLoader,Class<?>[])	v:run(String[])ConfigurableApplicationContext	v:setAdditionalProfiles(String[])
SpringApplication$AbandonedRunException	Cs	RuntimeException	getApplicationContext()ConfigurableApplicationContext	new(ConfigurableApplicationContext)	new()
SpringApplication$Augmented	Cs		v:run(String[])SpringApplication$Running	v:with(Class<?>[])SpringApplication$Augmented	v:withAdditionalProfiles(String[])SpringApplication$Augmented
SpringApplication$Running	Is		a:getApplicationContext()ConfigurableApplicationContext
SpringApplicationAotProcessor	C	ContextAotProcessor	new(Class<?>,AbstractAotProcessor$Settings,String[])	p:prepareApplicationContext(Class<?>)GenericApplicationContext	s:main(String[])
SpringApplicationExtensionsKt	Cf		sv:with(SpringApplication$Augmented,KClass<?>[])SpringApplication$Augmented
SpringApplicationHook	I		a:getRunListener(SpringApplication)SpringApplicationRunListener
SpringApplicationRunListener	I		d:contextLoaded(ConfigurableApplicationContext)	d:contextPrepared(ConfigurableApplicationContext)	d:environmentPrepared(ConfigurableBootstrapContext,ConfigurableEnvironment)	d:failed(ConfigurableApplicationContext,Throwable)	d:ready(ConfigurableApplicationContext,Duration)	d:started(ConfigurableApplicationContext,Duration)	d:starting(ConfigurableBootstrapContext)
SpringApplicationShutdownHandlers	I		a:add(Runnable)	a:remove(Runnable)
SpringBootConfiguration	A	Annotation	a:proxyBeanMethods()boolean
SpringBootExceptionReporter	I		a:reportException(Throwable)boolean
SpringBootVersion	Cf		s:getVersion()String
WebApplicationType	Ef	Enum<WebApplicationType>	e:NONE=WebApplicationType	e:SERVLET=WebApplicationType	e:REACTIVE=WebApplicationType	s:valueOf(String)WebApplicationType	s:values()WebApplicationType[]
@org.springframework.boot.actuate.audit
AuditEvent	C	;Serializable	getData()Map<String,Object>	getPrincipal()String	getTimestamp()Instant	getType()String	new(String,String,Map<String,Object>)	new(Instant,String,String,Map<String,Object>)	v:new(String,String,String[])
AuditEventRepository	I		a:add(AuditEvent)	a:find(String,Instant,String)List<AuditEvent>
AuditEventsEndpoint	C		events(String,OffsetDateTime,String)AuditEventsEndpoint$AuditEventsDescriptor	new(AuditEventRepository)
AuditEventsEndpoint$AuditEventsDescriptor	Cfs	;OperationResponseBody	getEvents()List<AuditEvent>
InMemoryAuditEventRepository	C	;AuditEventRepository	add(AuditEvent)	find(String,Instant,String)List<AuditEvent>	new()	new(int)	setCapacity(int)
@org.springframework.boot.actuate.endpoint
AbstractExposableEndpoint	Ca<O:Operation>	;ExposableEndpoint<O>	getDefaultAccess()Access	getEndpointId()EndpointId	getOperations()Collection<O>	isEnableByDefault()boolean	new(EndpointId,Access,Collection<+O>)	new(EndpointId,boolean,Collection<+O>)
EndpointFilter	I<E:ExposableEndpoint<?>>		a:match(E)boolean
EndpointsSupplier	I<E:ExposableEndpoint<?>>		a:getEndpoints()Collection<E>
ExposableEndpoint	I<O:Operation>		a:getDefaultAccess()Access	a:getEndpointId()EndpointId	a:getOperations()Collection<O>	a:isEnableByDefault()boolean
Operation	I		a:getType()OperationType	a:invoke(InvocationContext)Object
OperationResponseBody	I		s:of<K,V>(Map<K,V>)Map<K,V>
@org.springframework.boot.actuate.endpoint.annotation
AbstractDiscoveredEndpoint	Ca<O:Operation>	AbstractExposableEndpoint<O>;DiscoveredEndpoint<O>	getEndpointBean()Object	new(EndpointDiscoverer<?,?>,Object,EndpointId,Access,Collection<+O>)	new(EndpointDiscoverer<?,?>,Object,EndpointId,boolean,Collection<+O>)	p:appendFields(ToStringCreator)	wasDiscoveredBy(Class<+EndpointDiscoverer<?,?>>)boolean
AbstractDiscoveredOperation	Ca	;Operation	getOperationMethod()OperationMethod	getType()OperationType	invoke(InvocationContext)Object	new(DiscoveredOperationMethod,OperationInvoker)	p:appendFields(ToStringCreator)
DeleteOperation	A	Annotation	a:produces()String[]	a:producesFrom()Class<+Producible>
DiscoveredEndpoint	I<O:Operation>	ExposableEndpoint<O>	a:getEndpointBean()Object	a:wasDiscoveredBy(Class<+EndpointDiscoverer<?,?>>)boolean
DiscoveredOperationMethod	C	OperationMethod	getProducesMediaTypes()List<String>	new(Method,OperationType,AnnotationAttributes)
DiscovererEndpointFilter	Ca	;EndpointFilter<DiscoveredEndpoint<?>>	match(DiscoveredEndpoint<?>)boolean	p:new(Class<+EndpointDiscoverer<?,?>>)
Endpoint	A	Annotation	a:defaultAccess()Access	a:enableByDefault()boolean	a:id()String
EndpointConverter	A	Annotation
EndpointDiscoverer	Ca<E:ExposableEndpoint<Object>,O:Operation>	;EndpointsSupplier<E>	ap:createEndpoint(Object,EndpointId,Access,Collection<O>)E	ap:createOperation(EndpointId,DiscoveredOperationMethod,OperationInvoker)O	ap:createOperationKey(O)EndpointDiscoverer$OperationKey	getEndpoints()Collection<E>	new(ApplicationContext,ParameterValueMapper,Collection<OperationInvokerAdvisor>,Collection<EndpointFilter<E>>)	new(ApplicationContext,ParameterValueMapper,Collection<OperationInvokerAdvisor>,Collection<EndpointFilter<E>>,Collection<OperationFilter<O>>)	p:createEndpoint(Object,EndpointId,boolean,Collection<O>)E	p:getEndpointType()Class<+E>	p:isEndpointTypeExposed(Class<?>)boolean	p:isExtensionTypeExposed(Class<?>)boolean	p:isInvocable(E)boolean
EndpointDiscoverer$OperationKey	Cfs		new(Object,Supplier<String>)
EndpointExtension	A	Annotation	a:endpoint()Class<?>	a:filter()Class<+EndpointFilter<?>>
FilteredEndpoint	A	Annotation	a:value()Class<+EndpointFilter<?>>
ReadOperation	A	Annotation	a:produces()String[]	a:producesFrom()Class<+Producible>
Selector	A	Annotation	a:match()Selector$Match
Selector$Match	Efs	Enum<Selector$Match>	e:SINGLE=Selector$Match	e:ALL_REMAINING=Selector$Match	s:valueOf(String)Selector$Match	s:values()Selector$Match[]
WriteOperation	A	Annotation	a:produces()String[]	a:producesFrom()Class<+Producible>
@org.springframework.boot.actuate.endpoint.invoke.reflect
OperationMethod	C		getMethod()Method	getOperationType()OperationType	getParameters()OperationParameters	new(Method,OperationType)
@org.springframework.boot.actuate.health
AbstractHealthIndicator	Ca	;HealthIndicator	ap:doHealthCheck(Health$Builder)	health()Health	p:new(String)	p:new(Function<Exception,String>)	p:new()
AbstractReactiveHealthIndicator	Ca	;ReactiveHealthIndicator	ap:doHealthCheck(Health$Builder)Mono<Health>	health()Mono<Health>	p:new(String)	p:new(Function<Throwable,String>)	p:new()
AdditionalHealthEndpointPath	Cf		getNamespace()WebServerNamespace	getValue()String	hasNamespace(WebServerNamespace)boolean	s:from(String)AdditionalHealthEndpointPath	s:of(WebServerNamespace,String)AdditionalHealthEndpointPath
CompositeHealth	C	HealthComponent	getComponents()Map<String,HealthComponent>	getDetails()Map<String,HealthComponent>	getStatus()Status
CompositeHealthContributor	I	HealthContributor;NamedContributors<HealthContributor>	s:fromMap(Map<String,+HealthContributor>)CompositeHealthContributor	s:fromMap<V>(Map<String,V>,Function<V,+HealthContributor>)CompositeHealthContributor
CompositeReactiveHealthContributor	I	ReactiveHealthContributor;NamedContributors<ReactiveHealthContributor>	s:fromMap(Map<String,+ReactiveHealthContributor>)CompositeReactiveHealthContributor	s:fromMap<V>(Map<String,V>,Function<V,+ReactiveHealthContributor>)CompositeReactiveHealthContributor
ContributorRegistry	I<C>	NamedContributors<C>	a:registerContributor(String,C)	a:unregisterContributor(String)C
DefaultContributorRegistry	C<C>	;ContributorRegistry<C>	getContributor(String)C	iterator()Iterator<NamedContributor<C>>	registerContributor(String,C)	unregisterContributor(String)C
DefaultHealthContributorRegistry	C	DefaultContributorRegistry<HealthContributor>;HealthContributorRegistry	new(Map<String,HealthContributor>)	new(Map<String,HealthContributor>,Function<String,String>)	new()
DefaultReactiveHealthContributorRegistry	C	DefaultContributorRegistry<ReactiveHealthContributor>;ReactiveHealthContributorRegistry	new(Map<String,ReactiveHealthContributor>)	new(Map<String,ReactiveHealthContributor>,Function<String,String>)	new()
Health	Cf	HealthComponent	getDetails()Map<String,Object>	getStatus()Status	s:down(Throwable)Health$Builder	s:down()Health$Builder	s:outOfService()Health$Builder	s:status(String)Health$Builder	s:status(Status)Health$Builder	s:unknown()Health$Builder	s:up()Health$Builder
Health$Builder	Cs		build()Health	down(Throwable)Health$Builder	down()Health$Builder	new(Status)	new(Status,Map<String,?>)	new()	outOfService()Health$Builder	status(String)Health$Builder	status(Status)Health$Builder	unknown()Health$Builder	up()Health$Builder	withDetail(String,Object)Health$Builder	withDetails(Map<String,?>)Health$Builder	withException(Throwable)Health$Builder
HealthComponent	Ca	;OperationResponseBody	a:getStatus()Status
HealthContributor	I	
HealthContributorNameFactory	C	;Function<String,String>	apply(String)String	new()	s:INSTANCE=HealthContributorNameFactory
HealthContributorRegistry	I	ContributorRegistry<HealthContributor>
HealthEndpoint	C	HealthEndpointSupport<HealthContributor,HealthComponent>	health()HealthComponent	new(HealthContributorRegistry,HealthEndpointGroups,Duration)	p:aggregateContributions(ApiVersion,Map<String,HealthComponent>,StatusAggregator,boolean,Set<String>)HealthComponent	p:getHealth(HealthContributor,boolean)HealthComponent	s:ID=EndpointId	v:healthForPath(String[])HealthComponent
HealthEndpointGroup	I		a:getAdditionalPath()AdditionalHealthEndpointPath	a:getHttpCodeStatusMapper()HttpCodeStatusMapper	a:getStatusAggregator()StatusAggregator	a:isMember(String)boolean	a:showComponents(SecurityContext)boolean	a:showDetails(SecurityContext)boolean
HealthEndpointGroups	I		a:get(String)HealthEndpointGroup	a:getNames()Set<String>	a:getPrimary()HealthEndpointGroup	d:get(AdditionalHealthEndpointPath)HealthEndpointGroup	d:getAllWithAdditionalPath(WebServerNamespace)Set<HealthEndpointGroup>	s:of(HealthEndpointGroup,Map<String,HealthEndpointGroup>)HealthEndpointGroups
HealthEndpointGroupsPostProcessor	I		a:postProcessHealthEndpointGroups(HealthEndpointGroups)HealthEndpointGroups
HealthEndpointSupport	Ca<C,T>		ap:aggregateContributions(ApiVersion,Map<String,T>,StatusAggregator,boolean,Set<String>)T	ap:getHealth(C,boolean)T	p:getCompositeHealth(ApiVersion,Map<String,HealthComponent>,StatusAggregator,boolean,Set<String>)CompositeHealth
HealthEndpointWebExtension	C	HealthEndpointSupport<HealthContributor,HealthComponent>	health(ApiVersion,WebServerNamespace,SecurityContext)WebEndpointResponse<HealthComponent>	new(HealthContributorRegistry,HealthEndpointGroups,Duration)	p:aggregateContributions(ApiVersion,Map<String,HealthComponent>,StatusAggregator,boolean,Set<String>)HealthComponent	p:getHealth(HealthContributor,boolean)HealthComponent	v:health(ApiVersion,WebServerNamespace,SecurityContext,String[])WebEndpointResponse<HealthComponent>	v:health(ApiVersion,WebServerNamespace,SecurityContext,boolean,String[])WebEndpointResponse<HealthComponent>
HealthIndicator	I	HealthContributor	a:health()Health	d:getHealth(boolean)Health
HttpCodeStatusMapper	I		a:getStatusCode(Status)int	s:DEFAULT=HttpCodeStatusMapper
NamedContributor	I<C>		a:getContributor()C	a:getName()String	s:of<C>(String,C)NamedContributor<C>
NamedContributors	I<C>	Iterable<NamedContributor<C>>	a:getContributor(String)C	d:stream()Stream<NamedContributor<C>>
PingHealthIndicator	C	AbstractHealthIndicator	new()	p:doHealthCheck(Health$Builder)
ReactiveHealthContributor	I		s:adapt(HealthContributor)ReactiveHealthContributor
ReactiveHealthContributorRegistry	I	ContributorRegistry<ReactiveHealthContributor>
ReactiveHealthEndpointWebExtension	C	HealthEndpointSupport<ReactiveHealthContributor,Mono<+HealthComponent>>	health(ApiVersion,WebServerNamespace,SecurityContext)Mono<WebEndpointResponse<+HealthComponent>>	new(ReactiveHealthContributorRegistry,HealthEndpointGroups,Duration)	p:aggregateContributions(ApiVersion,Map<String,Mono<+HealthComponent>>,StatusAggregator,boolean,Set<String>)Mono<+HealthComponent>	p:getHealth(ReactiveHealthContributor,boolean)Mono<+HealthComponent>	v:health(ApiVersion,WebServerNamespace,SecurityContext,String[])Mono<WebEndpointResponse<+HealthComponent>>	v:health(ApiVersion,WebServerNamespace,SecurityContext,boolean,String[])Mono<WebEndpointResponse<+HealthComponent>>
ReactiveHealthIndicator	I	ReactiveHealthContributor	a:health()Mono<Health>	d:getHealth(boolean)Mono<Health>
SimpleHttpCodeStatusMapper	C	;HttpCodeStatusMapper	getStatusCode(Status)int	new(Map<String,Integer>)	new()
SimpleStatusAggregator	C	;StatusAggregator	getAggregateStatus(Set<Status>)Status	new(List<String>)	new()	v:new(String[])	v:new(Status[])
Status	Cf		getCode()String	getDescription()String	new(String)	new(String,String)	s:DOWN=Status	s:OUT_OF_SERVICE=Status	s:UNKNOWN=Status	s:UP=Status
StatusAggregator	I		a:getAggregateStatus(Set<Status>)Status	dv:getAggregateStatus(Status[])Status	s:getDefault()StatusAggregator
SystemHealth	Cf	CompositeHealth	getGroups()Set<String>
@org.springframework.boot.autoconfigure
AbstractDependsOnBeanFactoryPostProcessor	Ca	;BeanFactoryPostProcessor;Ordered	getOrder()int	postProcessBeanFactory(ConfigurableListableBeanFactory)	vp:new(Class<?>,Class<+FactoryBean<?>>,Class<?>[])	vp:new(Class<?>,Class<+FactoryBean<?>>,String[])	vp:new(Class<?>,Class<?>[])	vp:new(Class<?>,String[])
AutoConfiguration	A	Annotation	a:after()Class<?>[]	a:afterName()String[]	a:before()Class<?>[]	a:beforeName()String[]	a:value()String
AutoConfigurationExcludeFilter	C	;TypeFilter;BeanClassLoaderAware	match(MetadataReader,MetadataReaderFactory)boolean	new()	p:getAutoConfigurations()List<String>	setBeanClassLoader(ClassLoader)
AutoConfigurationImportEvent	C	EventObject	getCandidateConfigurations()List<String>	getExclusions()Set<String>	new(Object,List<String>,Set<String>)
AutoConfigurationImportFilter	I		a:match(String[],AutoConfigurationMetadata)boolean[]
AutoConfigurationImportListener	I	EventListener	a:onAutoConfigurationImportEvent(AutoConfigurationImportEvent)
AutoConfigurationImportSelector	C	;DeferredImportSelector;BeanClassLoaderAware;ResourceLoaderAware;BeanFactoryAware;EnvironmentAware;Ordered	getExclusionFilter()Predicate<String>	getImportGroup()Class<+DeferredImportSelector$Group>	getOrder()int	new()	p:asList(AnnotationAttributes,String)List<String>	p:getAnnotationClass()Class<?>	p:getAttributes(AnnotationMetadata)AnnotationAttributes	p:getAutoConfigurationEntry(AnnotationMetadata)AutoConfigurationImportSelector$AutoConfigurationEntry	p:getAutoConfigurationImportFilters()List<AutoConfigurationImportFilter>	p:getAutoConfigurationImportListeners()List<AutoConfigurationImportListener>	p:getBeanClassLoader()ClassLoader	p:getBeanFactory()ConfigurableListableBeanFactory	p:getCandidateConfigurations(AnnotationMetadata,AnnotationAttributes)List<String>	p:getEnvironment()Environment	p:getExcludeAutoConfigurationsProperty()List<String>	p:getExclusions(AnnotationMetadata,AnnotationAttributes)Set<String>	p:getResourceLoader()ResourceLoader	p:handleInvalidExcludes(List<String>)	p:isEnabled(AnnotationMetadata)boolean	p:removeDuplicates<T>(List<T>)List<T>	selectImports(AnnotationMetadata)String[]	setBeanClassLoader(ClassLoader)	setBeanFactory(BeanFactory)	setEnvironment(Environment)	setResourceLoader(ResourceLoader)
AutoConfigurationImportSelector$AutoConfigurationEntry	Cs		getConfigurations()List<String>	getExclusions()Set<String>
AutoConfigurationMetadata	I		a:get(String,String)String	a:get(String,String,String)String	a:getInteger(String,String)Integer	a:getInteger(String,String,Integer)Integer	a:getSet(String,String)Set<String>	a:getSet(String,String,Set<String>)Set<String>	a:wasProcessed(String)boolean
AutoConfigurationPackage	A	Annotation	a:basePackageClasses()Class<?>[]	a:basePackages()String[]
AutoConfigurationPackages	Ca		new()	s:get(BeanFactory)List<String>	s:has(BeanFactory)boolean	sv:register(BeanDefinitionRegistry,String[])
AutoConfigurations	C	Configurations;Ordered	getOrder()int	p:merge(Set<Class<?>>)AutoConfigurations	p:new(Collection<Class<?>>)	sv:of(Class<?>[])AutoConfigurations
AutoConfigureAfter	A	Annotation	a:name()String[]	a:value()Class<?>[]
AutoConfigureBefore	A	Annotation	a:name()String[]	a:value()Class<?>[]
AutoConfigureOrder	A	Annotation	a:value()int	s:DEFAULT_ORDER=int=0
BackgroundPreinitializer	C	;ApplicationListener<SpringApplicationEvent>;Ordered	getOrder()int	new()	onApplicationEvent(SpringApplicationEvent)	s:IGNORE_BACKGROUNDPREINITIALIZER_PROPERTY_NAME=String="spring.backgroundpreinitializer.ignore"
EnableAutoConfiguration	A	Annotation	a:exclude()Class<?>[]	a:excludeName()String[]	s:ENABLED_OVERRIDE_PROPERTY=String="spring.boot.enableautoconfiguration"
ImportAutoConfiguration	A	Annotation	a:classes()Class<?>[]	a:exclude()Class<?>[]	a:value()Class<?>[]
SpringBootApplication	A	Annotation	a:exclude()Class<?>[]	a:excludeName()String[]	a:nameGenerator()Class<+BeanNameGenerator>	a:proxyBeanMethods()boolean	a:scanBasePackageClasses()Class<?>[]	a:scanBasePackages()String[]
@org.springframework.boot.autoconfigure.condition
AbstractNestedCondition	Ca	SpringBootCondition;ConfigurationCondition	ap:getFinalMatchOutcome(AbstractNestedCondition$MemberMatchOutcomes)ConditionOutcome	getConfigurationPhase()ConfigurationCondition$ConfigurationPhase	getMatchOutcome(ConditionContext,AnnotatedTypeMetadata)ConditionOutcome
AbstractNestedCondition$MemberMatchOutcomes	Cs		getAll()List<ConditionOutcome>	getMatches()List<ConditionOutcome>	getNonMatches()List<ConditionOutcome>	new(AbstractNestedCondition$MemberConditions)
AllNestedConditions	Ca	AbstractNestedCondition	new(ConfigurationCondition$ConfigurationPhase)	p:getFinalMatchOutcome(AbstractNestedCondition$MemberMatchOutcomes)ConditionOutcome
AnyNestedCondition	Ca	AbstractNestedCondition	new(ConfigurationCondition$ConfigurationPhase)	p:getFinalMatchOutcome(AbstractNestedCondition$MemberMatchOutcomes)ConditionOutcome
ConditionEvaluationReport	Cf		getConditionAndOutcomesBySource()Map<String,ConditionEvaluationReport$ConditionAndOutcomes>	getDelta(ConditionEvaluationReport)ConditionEvaluationReport	getExclusions()List<String>	getParent()ConditionEvaluationReport	getUnconditionalClasses()Set<String>	recordConditionEvaluation(String,Condition,ConditionOutcome)	recordEvaluationCandidates(List<String>)	recordExclusions(Collection<String>)	s:find(BeanFactory)ConditionEvaluationReport	s:get(ConfigurableListableBeanFactory)ConditionEvaluationReport
ConditionEvaluationReport$ConditionAndOutcome	Cs		getCondition()Condition	getOutcome()ConditionOutcome	new(Condition,ConditionOutcome)
ConditionEvaluationReport$ConditionAndOutcomes	Cs	;Iterable<ConditionEvaluationReport$ConditionAndOutcome>	add(Condition,ConditionOutcome)	isFullMatch()boolean	iterator()Iterator<ConditionEvaluationReport$ConditionAndOutcome>	new()
ConditionMessage	Cf		append(String)ConditionMessage	isEmpty()boolean	s:empty()ConditionMessage	s:of(Collection<+ConditionMessage>)ConditionMessage	sv:forCondition(Class<+Annotation>,Object[])ConditionMessage$Builder	sv:forCondition(String,Object[])ConditionMessage$Builder	sv:of(String,Object[])ConditionMessage	v:andCondition(Class<+Annotation>,Object[])ConditionMessage$Builder	v:andCondition(String,Object[])ConditionMessage$Builder
ConditionMessage$Builder	Cf		available(String)ConditionMessage	because(String)ConditionMessage	didNotFind(String)ConditionMessage$ItemsBuilder	didNotFind(String,String)ConditionMessage$ItemsBuilder	found(String)ConditionMessage$ItemsBuilder	found(String,String)ConditionMessage$ItemsBuilder	foundExactly(Object)ConditionMessage	notAvailable(String)ConditionMessage	resultedIn(Object)ConditionMessage
ConditionMessage$ItemsBuilder	Cf		atAll()ConditionMessage	items(Collection<?>)ConditionMessage	items(ConditionMessage$Style,Collection<?>)ConditionMessage	v:items(Object[])ConditionMessage	v:items(ConditionMessage$Style,Object[])ConditionMessage
ConditionMessage$Style	Es	Enum<ConditionMessage$Style>	e:NORMAL=ConditionMessage$Style	e:QUOTE=ConditionMessage$Style	ap:applyToItem(Object)Object	applyTo(Collection<?>)Collection<?>	s:valueOf(String)ConditionMessage$Style	s:values()ConditionMessage$Style[]
ConditionOutcome	C		getConditionMessage()ConditionMessage	getMessage()String	isMatch()boolean	new(boolean,String)	new(boolean,ConditionMessage)	s:inverse(ConditionOutcome)ConditionOutcome	s:match(String)ConditionOutcome	s:match(ConditionMessage)ConditionOutcome	s:match()ConditionOutcome	s:noMatch(String)ConditionOutcome	s:noMatch(ConditionMessage)ConditionOutcome
ConditionalOnBean	A	Annotation	a:annotation()Class<+Annotation>[]	a:name()String[]	a:parameterizedContainer()Class<?>[]	a:search()SearchStrategy	a:type()String[]	a:value()Class<?>[]
ConditionalOnCheckpointRestore	A	Annotation
ConditionalOnClass	A	Annotation	a:name()String[]	a:value()Class<?>[]
ConditionalOnCloudPlatform	A	Annotation	a:value()CloudPlatform
ConditionalOnExpression	A	Annotation	a:value()String
ConditionalOnJava	A	Annotation	a:range()ConditionalOnJava$Range	a:value()JavaVersion
ConditionalOnJava$Range	Efs	Enum<ConditionalOnJava$Range>	e:EQUAL_OR_NEWER=ConditionalOnJava$Range	e:OLDER_THAN=ConditionalOnJava$Range	s:valueOf(String)ConditionalOnJava$Range	s:values()ConditionalOnJava$Range[]
ConditionalOnJndi	A	Annotation	a:value()String[]
ConditionalOnMissingBean	A	Annotation	a:annotation()Class<+Annotation>[]	a:ignored()Class<?>[]	a:ignoredType()String[]	a:name()String[]	a:parameterizedContainer()Class<?>[]	a:search()SearchStrategy	a:type()String[]	a:value()Class<?>[]
ConditionalOnMissingClass	A	Annotation	a:value()String[]
ConditionalOnNotWarDeployment	A	Annotation
ConditionalOnNotWebApplication	A	Annotation
ConditionalOnProperty	A	Annotation	a:havingValue()String	a:matchIfMissing()boolean	a:name()String[]	a:prefix()String	a:value()String[]
ConditionalOnResource	A	Annotation	a:resources()String[]
ConditionalOnSingleCandidate	A	Annotation	a:search()SearchStrategy	a:type()String	a:value()Class<?>
ConditionalOnThreading	A	Annotation	a:value()Threading
ConditionalOnWarDeployment	A	Annotation
ConditionalOnWebApplication	A	Annotation	a:type()ConditionalOnWebApplication$Type
ConditionalOnWebApplication$Type	Efs	Enum<ConditionalOnWebApplication$Type>	e:ANY=ConditionalOnWebApplication$Type	e:SERVLET=ConditionalOnWebApplication$Type	e:REACTIVE=ConditionalOnWebApplication$Type	s:valueOf(String)ConditionalOnWebApplication$Type	s:values()ConditionalOnWebApplication$Type[]
FilteringSpringBootCondition$ClassNameFilter	Es	Enum<FilteringSpringBootCondition$ClassNameFilter>	e:PRESENT=FilteringSpringBootCondition$ClassNameFilter	e:MISSING=FilteringSpringBootCondition$ClassNameFilter	s:valueOf(String)FilteringSpringBootCondition$ClassNameFilter	s:values()FilteringSpringBootCondition$ClassNameFilter[]
NoneNestedConditions	Ca	AbstractNestedCondition	new(ConfigurationCondition$ConfigurationPhase)	p:getFinalMatchOutcome(AbstractNestedCondition$MemberMatchOutcomes)ConditionOutcome
OnJndiCondition$JndiLocator	Cs	JndiLocatorSupport	lookupFirstLocation()String	new(String[])
OnPropertyListCondition	C	SpringBootCondition	getMatchOutcome(ConditionContext,AnnotatedTypeMetadata)ConditionOutcome	p:new(String,Supplier<ConditionMessage$Builder>)
ResourceCondition	Ca	SpringBootCondition	getMatchOutcome(ConditionContext,AnnotatedTypeMetadata)ConditionOutcome	p:getResourceOutcome(ConditionContext,AnnotatedTypeMetadata)ConditionOutcome	p:startConditionMessage()ConditionMessage$Builder	vp:new(String,String,String[])
SearchStrategy	Ef	Enum<SearchStrategy>	e:CURRENT=SearchStrategy	e:ANCESTORS=SearchStrategy	e:ALL=SearchStrategy	s:valueOf(String)SearchStrategy	s:values()SearchStrategy[]
SpringBootCondition	Ca	;Condition	a:getMatchOutcome(ConditionContext,AnnotatedTypeMetadata)ConditionOutcome	matches(ConditionContext,AnnotatedTypeMetadata)boolean	new()	p:logOutcome(String,ConditionOutcome)	p:matches(ConditionContext,AnnotatedTypeMetadata,Condition)boolean	vp:anyMatches(ConditionContext,AnnotatedTypeMetadata,Condition[])boolean
@org.springframework.boot.autoconfigure.domain
EntityScan	A	Annotation	a:basePackageClasses()Class<?>[]	a:basePackages()String[]	a:value()String[]
EntityScanPackages	C		getPackageNames()List<String>	s:get(BeanFactory)EntityScanPackages	s:register(BeanDefinitionRegistry,Collection<String>)	sv:register(BeanDefinitionRegistry,String[])
EntityScanner	C		new(ApplicationContext)	p:createClassPathScanningCandidateComponentProvider(ApplicationContext)ClassPathScanningCandidateComponentProvider	v:scan(Class<+Annotation>[])Set<Class<?>>
@org.springframework.boot.autoconfigure.security
ConditionalOnDefaultWebSecurity	A	Annotation
SecurityDataConfiguration	C		new()	securityEvaluationContextExtension()SecurityEvaluationContextExtension
SecurityProperties	C		getFilter()SecurityProperties$Filter	getUser()SecurityProperties$User	new()	s:BASIC_AUTH_ORDER=int=2147483642	s:DEFAULT_FILTER_ORDER=int=-100	s:IGNORED_ORDER=int=-2147483648
SecurityProperties$Filter	Cs		getDispatcherTypes()Set<org.springframework.boot.web.servlet.DispatcherType>	getOrder()int	new()	setDispatcherTypes(Set<org.springframework.boot.web.servlet.DispatcherType>)	setOrder(int)
SecurityProperties$User	Cs		getName()String	getPassword()String	getRoles()List<String>	isPasswordGenerated()boolean	new()	setName(String)	setPassword(String)	setRoles(List<String>)
StaticResourceLocation	Ef	Enum<StaticResourceLocation>	e:CSS=StaticResourceLocation	e:JAVA_SCRIPT=StaticResourceLocation	e:IMAGES=StaticResourceLocation	e:WEB_JARS=StaticResourceLocation	e:FAVICON=StaticResourceLocation	getPatterns()Stream<String>	s:valueOf(String)StaticResourceLocation	s:values()StaticResourceLocation[]
@org.springframework.boot.autoconfigure.security.servlet
AntPathRequestMatcherProvider	C	;RequestMatcherProvider	getRequestMatcher(String)RequestMatcher	new(Function<String,String>)
PathRequest	Cf		s:toH2Console()PathRequest$H2ConsoleRequestMatcher	s:toStaticResources()StaticResourceRequest
PathRequest$H2ConsoleRequestMatcher	Cfs	ApplicationContextRequestMatcher<H2ConsoleProperties>	p:ignoreApplicationContext(WebApplicationContext)boolean	p:initialized(Supplier<H2ConsoleProperties>)	p:matches(HttpServletRequest,Supplier<H2ConsoleProperties>)boolean
RequestMatcherProvider	I		a:getRequestMatcher(String)RequestMatcher
SecurityAutoConfiguration	C		authenticationEventPublisher(ApplicationEventPublisher)DefaultAuthenticationEventPublisher	new()
SecurityFilterAutoConfiguration	C		new()	securityFilterChainRegistration(SecurityProperties)DelegatingFilterProxyRegistrationBean
StaticResourceRequest	Cf		at(Set<StaticResourceLocation>)StaticResourceRequest$StaticResourceRequestMatcher	atCommonLocations()StaticResourceRequest$StaticResourceRequestMatcher	v:at(StaticResourceLocation,StaticResourceLocation[])StaticResourceRequest$StaticResourceRequestMatcher
StaticResourceRequest$StaticResourceRequestMatcher	Cfs	ApplicationContextRequestMatcher<DispatcherServletPath>	excluding(Set<StaticResourceLocation>)StaticResourceRequest$StaticResourceRequestMatcher	p:ignoreApplicationContext(WebApplicationContext)boolean	p:initialized(Supplier<DispatcherServletPath>)	p:matches(HttpServletRequest,Supplier<DispatcherServletPath>)boolean	v:excluding(StaticResourceLocation,StaticResourceLocation[])StaticResourceRequest$StaticResourceRequestMatcher
UserDetailsServiceAutoConfiguration	C		inMemoryUserDetailsManager(SecurityProperties,ObjectProvider<PasswordEncoder>)InMemoryUserDetailsManager	new()
@org.springframework.boot.builder
ParentContextApplicationContextInitializer	C	;ApplicationContextInitializer<ConfigurableApplicationContext>;Ordered	getOrder()int	initialize(ConfigurableApplicationContext)	new(ApplicationContext)	setOrder(int)
ParentContextApplicationContextInitializer$ParentContextAvailableEvent	Cs	ApplicationEvent	getApplicationContext()ConfigurableApplicationContext	new(ConfigurableApplicationContext)
ParentContextCloserApplicationListener	C	;ApplicationListener<ParentContextApplicationContextInitializer$ParentContextAvailableEvent>;ApplicationContextAware;Ordered	getOrder()int	new()	onApplicationEvent(ParentContextApplicationContextInitializer$ParentContextAvailableEvent)	p:createContextCloserListener(ConfigurableApplicationContext)ParentContextCloserApplicationListener$ContextCloserListener	setApplicationContext(ApplicationContext)
ParentContextCloserApplicationListener$ContextCloserListener	Cs	;ApplicationListener<ContextClosedEvent>	new(ConfigurableApplicationContext)	onApplicationEvent(ContextClosedEvent)
SpringApplicationBuilder	C		addBootstrapRegistryInitializer(BootstrapRegistryInitializer)SpringApplicationBuilder	addCommandLineProperties(boolean)SpringApplicationBuilder	allowCircularReferences(boolean)SpringApplicationBuilder	application()SpringApplication	applicationStartup(ApplicationStartup)SpringApplicationBuilder	banner(Banner)SpringApplicationBuilder	bannerMode(Banner$Mode)SpringApplicationBuilder	beanNameGenerator(BeanNameGenerator)SpringApplicationBuilder	build()SpringApplication	context()ConfigurableApplicationContext	contextFactory(ApplicationContextFactory)SpringApplicationBuilder	environment(ConfigurableEnvironment)SpringApplicationBuilder	environmentPrefix(String)SpringApplicationBuilder	headless(boolean)SpringApplicationBuilder	lazyInitialization(boolean)SpringApplicationBuilder	logStartupInfo(boolean)SpringApplicationBuilder	main(Class<?>)SpringApplicationBuilder	parent(ConfigurableApplicationContext)SpringApplicationBuilder	properties(Map<String,Object>)SpringApplicationBuilder	properties(Properties)SpringApplicationBuilder	registerShutdownHook(boolean)SpringApplicationBuilder	resourceLoader(ResourceLoader)SpringApplicationBuilder	setAddConversionService(boolean)SpringApplicationBuilder	v:build(String[])SpringApplication	v:child(Class<?>[])SpringApplicationBuilder	v:initializers(ApplicationContextInitializer<?>[])SpringApplicationBuilder	v:listeners(ApplicationListener<?>[])SpringApplicationBuilder	v:new(Class<?>[])	v:new(ResourceLoader,Class<?>[])	v:parent(Class<?>[])SpringApplicationBuilder	v:profiles(String[])SpringApplicationBuilder	v:properties(String[])SpringApplicationBuilder	v:run(String[])ConfigurableApplicationContext	v:sibling(Class<?>[])SpringApplicationBuilder	v:sibling(Class<?>[],String[])SpringApplicationBuilder	v:sources(Class<?>[])SpringApplicationBuilder	vp:createSpringApplication(ResourceLoader,Class<?>[])SpringApplication	web(WebApplicationType)SpringApplicationBuilder
@org.springframework.boot.context.annotation
Configurations	Ca		ap:merge(Set<Class<?>>)Configurations	getBeanName(Class<?>)String	p:getClasses()Set<Class<?>>	p:merge(Configurations)Configurations	p:new(Collection<Class<?>>)	p:new(UnaryOperator<Collection<Class<?>>>,Collection<Class<?>>,Function<Class<?>,String>)	p:sort(Collection<Class<?>>)Collection<Class<?>>	s:collate(Collection<Configurations>)List<Configurations>	s:getClasses(Collection<Configurations>)Class<?>[]	sv:getClasses(Configurations[])Class<?>[]
@org.springframework.boot.context.event
ApplicationContextInitializedEvent	C	SpringApplicationEvent	getApplicationContext()ConfigurableApplicationContext	new(SpringApplication,String[],ConfigurableApplicationContext)
ApplicationEnvironmentPreparedEvent	C	SpringApplicationEvent	getBootstrapContext()ConfigurableBootstrapContext	getEnvironment()ConfigurableEnvironment	new(ConfigurableBootstrapContext,SpringApplication,String[],ConfigurableEnvironment)
ApplicationFailedEvent	C	SpringApplicationEvent	getApplicationContext()ConfigurableApplicationContext	getException()Throwable	new(SpringApplication,String[],ConfigurableApplicationContext,Throwable)
ApplicationPreparedEvent	C	SpringApplicationEvent	getApplicationContext()ConfigurableApplicationContext	new(SpringApplication,String[],ConfigurableApplicationContext)
ApplicationReadyEvent	C	SpringApplicationEvent	getApplicationContext()ConfigurableApplicationContext	getTimeTaken()Duration	new(SpringApplication,String[],ConfigurableApplicationContext,Duration)
ApplicationStartedEvent	C	SpringApplicationEvent	getApplicationContext()ConfigurableApplicationContext	getTimeTaken()Duration	new(SpringApplication,String[],ConfigurableApplicationContext,Duration)
ApplicationStartingEvent	C	SpringApplicationEvent	getBootstrapContext()ConfigurableBootstrapContext	new(ConfigurableBootstrapContext,SpringApplication,String[])
SpringApplicationEvent	Ca	ApplicationEvent	getArgs()String[]	getSpringApplication()SpringApplication	new(SpringApplication,String[])
@org.springframework.boot.context.properties
BoundConfigurationProperties	C		get(ConfigurationPropertyName)ConfigurationProperty	getAll()Map<ConfigurationPropertyName,ConfigurationProperty>	new()	s:get(ApplicationContext)BoundConfigurationProperties
ConfigurationProperties	A	Annotation	a:ignoreInvalidFields()boolean	a:ignoreUnknownFields()boolean	a:prefix()String	a:value()String
ConfigurationPropertiesBean	Cf		asBindTarget()Bindable<?>	getAnnotation()ConfigurationProperties	getInstance()Object	getName()String	s:get(ApplicationContext,Object,String)ConfigurationPropertiesBean	s:getAll(ApplicationContext)Map<String,ConfigurationPropertiesBean>
ConfigurationPropertiesBindException	C	BeanCreationException	getAnnotation()ConfigurationProperties	getBeanType()Class<?>
ConfigurationPropertiesBindHandlerAdvisor	I		a:apply(BindHandler)BindHandler
ConfigurationPropertiesBinding	A	Annotation	s:VALUE=String="org.springframework.boot.context.properties.ConfigurationPropertiesBinding"
ConfigurationPropertiesBindingPostProcessor	C	;BeanPostProcessor;PriorityOrdered;ApplicationContextAware;InitializingBean	afterPropertiesSet()	getOrder()int	new()	postProcessBeforeInitialization(Object,String)Object	s:BEAN_NAME=String	s:register(BeanDefinitionRegistry)	setApplicationContext(ApplicationContext)
ConfigurationPropertiesScan	A	Annotation	a:basePackageClasses()Class<?>[]	a:basePackages()String[]	a:value()String[]
ConstructorBound	Ca		new()	s:from(BeanFactory,String,Class<?>)Object
DeprecatedConfigurationProperty	A	Annotation	a:reason()String	a:replacement()String	a:since()String
EnableConfigurationProperties	A	Annotation	a:value()Class<?>[]	s:VALIDATOR_BEAN_NAME=String="configurationPropertiesValidator"
IncompatibleConfigurationException	C	RuntimeException	getIncompatibleKeys()Collection<String>	v:new(String[])
NestedConfigurationProperty	A	Annotation
PropertyMapper	Cf		alwaysApplying(PropertyMapper$SourceOperator)PropertyMapper	alwaysApplyingWhenNonNull()PropertyMapper	from<T>(Supplier<T>)PropertyMapper$Source<T>	from<T>(T)PropertyMapper$Source<T>	s:get()PropertyMapper
PropertyMapper$Source	Cfs<T>		as<R>(Function<T,R>)PropertyMapper$Source<R>	asInt<R:Number>(Function<T,R>)PropertyMapper$Source<Integer>	to(Consumer<T>)	to<R>(R,BiFunction<R,T,R>)R	toCall(Runnable)	toInstance<R>(Function<T,R>)R	when(Predicate<T>)PropertyMapper$Source<T>	whenEqualTo(Object)PropertyMapper$Source<T>	whenFalse()PropertyMapper$Source<T>	whenHasText()PropertyMapper$Source<T>	whenInstanceOf<R:T>(Class<R>)PropertyMapper$Source<R>	whenNonNull()PropertyMapper$Source<T>	whenNot(Predicate<T>)PropertyMapper$Source<T>	whenTrue()PropertyMapper$Source<T>
PropertyMapper$SourceOperator	Is		a:apply<T>(PropertyMapper$Source<T>)PropertyMapper$Source<T>
@org.springframework.boot.context.properties.bind
AbstractBindHandler	Ca	;BindHandler	new(BindHandler)	new()	onFailure(ConfigurationPropertyName,Bindable<?>,BindContext,Exception)Object	onFinish(ConfigurationPropertyName,Bindable<?>,BindContext,Object)	onStart<T>(ConfigurationPropertyName,Bindable<T>,BindContext)Bindable<T>	onSuccess(ConfigurationPropertyName,Bindable<?>,BindContext,Object)Object
AggregateBinder$AggregateSupplier	Cs<T>		get()T	new(Supplier<T>)	wasSupplied()boolean
BindConstructorProvider	I		a:getBindConstructor(Bindable<?>,boolean)Constructor<?>	d:getBindConstructor(Class<?>,boolean)Constructor<?>	s:DEFAULT=BindConstructorProvider
BindContext	I		a:getBinder()Binder	a:getConfigurationProperty()ConfigurationProperty	a:getDepth()int	a:getSources()Iterable<ConfigurationPropertySource>
BindException	C	RuntimeException;OriginProvider	getName()ConfigurationPropertyName	getOrigin()Origin	getProperty()ConfigurationProperty	getTarget()Bindable<?>
BindHandler	I		d:onCreate(ConfigurationPropertyName,Bindable<?>,BindContext,Object)Object	d:onFailure(ConfigurationPropertyName,Bindable<?>,BindContext,Exception)Object	d:onFinish(ConfigurationPropertyName,Bindable<?>,BindContext,Object)	d:onStart<T>(ConfigurationPropertyName,Bindable<T>,BindContext)Bindable<T>	d:onSuccess(ConfigurationPropertyName,Bindable<?>,BindContext,Object)Object	s:DEFAULT=BindHandler
BindMethod	Ef	Enum<BindMethod>	e:JAVA_BEAN=BindMethod	e:VALUE_OBJECT=BindMethod	s:valueOf(String)BindMethod	s:values()BindMethod[]
BindResult	Cf<T>		get()T	ifBound(Consumer<-T>)	isBound()boolean	map<U>(Function<-T,+U>)BindResult<U>	orElse(T)T	orElseGet(Supplier<+T>)T	orElseThrow<X:Throwable>(Supplier<+X>)T
Bindable	Cf<T>		getAnnotation<A:Annotation>(Class<A>)A	getAnnotations()Annotation[]	getBindMethod()BindMethod	getBoxedType()ResolvableType	getType()ResolvableType	getValue()Supplier<T>	hasBindRestriction(Bindable$BindRestriction)boolean	s:listOf<E>(Class<E>)Bindable<List<E>>	s:mapOf<K,V>(Class<K>,Class<V>)Bindable<Map<K,V>>	s:of<T>(Class<T>)Bindable<T>	s:of<T>(ResolvableType)Bindable<T>	s:ofInstance<T>(T)Bindable<T>	s:setOf<E>(Class<E>)Bindable<Set<E>>	v:withAnnotations(Annotation[])Bindable<T>	v:withBindRestrictions(Bindable$BindRestriction[])Bindable<T>	withBindMethod(BindMethod)Bindable<T>	withExistingValue(T)Bindable<T>	withSuppliedValue(Supplier<T>)Bindable<T>
Bindable$BindRestriction	Efs	Enum<Bindable$BindRestriction>	e:NO_DIRECT_PROPERTY=Bindable$BindRestriction	s:valueOf(String)Bindable$BindRestriction	s:values()Bindable$BindRestriction[]
BindableRuntimeHintsRegistrar	C	;RuntimeHintsRegistrar	registerHints(RuntimeHints)	registerHints(RuntimeHints,ClassLoader)	s:forBindables(Iterable<Bindable<?>>)BindableRuntimeHintsRegistrar	s:forTypes(Iterable<Class<?>>)BindableRuntimeHintsRegistrar	sv:forBindables(Bindable<?>[])BindableRuntimeHintsRegistrar	sv:forTypes(Class<?>[])BindableRuntimeHintsRegistrar	vp:new(Class<?>[])	vp:new(Bindable<?>[])
Binder	C		bind<T>(String,Class<T>)BindResult<T>	bind<T>(String,Bindable<T>)BindResult<T>	bind<T>(String,Bindable<T>,BindHandler)BindResult<T>	bind<T>(ConfigurationPropertyName,Bindable<T>)BindResult<T>	bind<T>(ConfigurationPropertyName,Bindable<T>,BindHandler)BindResult<T>	bindOrCreate<T>(String,Class<T>)T	bindOrCreate<T>(String,Bindable<T>)T	bindOrCreate<T>(String,Bindable<T>,BindHandler)T	bindOrCreate<T>(ConfigurationPropertyName,Bindable<T>,BindHandler)T	new(Iterable<ConfigurationPropertySource>)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver,List<ConversionService>,Consumer<PropertyEditorRegistry>,BindHandler,BindConstructorProvider)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver,ConversionService)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver,ConversionService,Consumer<PropertyEditorRegistry>)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver,ConversionService,Consumer<PropertyEditorRegistry>,BindHandler)	new(Iterable<ConfigurationPropertySource>,PlaceholdersResolver,ConversionService,Consumer<PropertyEditorRegistry>,BindHandler,BindConstructorProvider)	s:get(Environment)Binder	s:get(Environment,BindHandler)Binder	v:new(ConfigurationPropertySource[])
BoundPropertiesTrackingBindHandler	C	AbstractBindHandler	new(Consumer<ConfigurationProperty>)	onSuccess(ConfigurationPropertyName,Bindable<?>,BindContext,Object)Object
ConstructorBinding	A	Annotation
DataObjectPropertyName	Ca		s:toDashedForm(String)String
DefaultValue	A	Annotation	a:value()String[]
IndexedElementsBinder$IndexedCollectionSupplier	Cs	AggregateBinder$AggregateSupplier<Collection<Object>>	new(Supplier<Collection<Object>>)
Name	A	Annotation	a:value()String
Nested	A	Annotation
PlaceholdersResolver	I		a:resolvePlaceholders(Object)Object	s:NONE=PlaceholdersResolver
PropertySourcesPlaceholdersResolver	C	;PlaceholdersResolver	new(Iterable<PropertySource<?>>)	new(Iterable<PropertySource<?>>,PropertyPlaceholderHelper)	new(Environment)	p:resolvePlaceholder(String)String	resolvePlaceholders(Object)Object
UnboundConfigurationPropertiesException	C	RuntimeException	getUnboundProperties()Set<ConfigurationProperty>	new(Set<ConfigurationProperty>)
@org.springframework.boot.env
ConfigTreePropertySource	C	EnumerablePropertySource<Path>;OriginLookup<String>	getOrigin(String)Origin	getProperty(String)ConfigTreePropertySource$Value	getPropertyNames()String[]	isImmutable()boolean	new(String,Path)	v:new(String,Path,ConfigTreePropertySource$Option[])
ConfigTreePropertySource$Option	Efs	Enum<ConfigTreePropertySource$Option>	e:ALWAYS_READ=ConfigTreePropertySource$Option	e:USE_LOWERCASE_NAMES=ConfigTreePropertySource$Option	e:AUTO_TRIM_TRAILING_NEW_LINE=ConfigTreePropertySource$Option	s:valueOf(String)ConfigTreePropertySource$Option	s:values()ConfigTreePropertySource$Option[]
ConfigTreePropertySource$Value	Is	CharSequence;InputStreamSource
EnvironmentPostProcessor	I		a:postProcessEnvironment(ConfigurableEnvironment,SpringApplication)
EnvironmentPostProcessorApplicationListener	C	;SmartApplicationListener;Ordered	getOrder()int	new()	onApplicationEvent(ApplicationEvent)	s:DEFAULT_ORDER=int=-2147483638	s:with(EnvironmentPostProcessorsFactory)EnvironmentPostProcessorApplicationListener	setOrder(int)	supportsEventType(Class<+ApplicationEvent>)boolean
EnvironmentPostProcessorsFactory	I		a:getEnvironmentPostProcessors(DeferredLogFactory,ConfigurableBootstrapContext)List<EnvironmentPostProcessor>	s:fromSpringFactories(ClassLoader)EnvironmentPostProcessorsFactory	sv:of(Class<?>[])EnvironmentPostProcessorsFactory	sv:of(ClassLoader,String[])EnvironmentPostProcessorsFactory	sv:of(String[])EnvironmentPostProcessorsFactory
OriginTrackedMapPropertySource	Cf	MapPropertySource;OriginLookup<String>	getOrigin(String)Origin	getProperty(String)Object	isImmutable()boolean	new(String,Map)	new(String,Map,boolean)
PropertiesPropertySourceLoader	C	;PropertySourceLoader	getFileExtensions()String[]	load(String,Resource)List<PropertySource<?>>	new()
PropertySourceLoader	I		a:getFileExtensions()String[]	a:load(String,Resource)List<PropertySource<?>>
RandomValuePropertySource	C	PropertySource<Random>	getProperty(String)Object	new(String)	new()	s:RANDOM_PROPERTY_SOURCE_NAME=String="random"	s:addToEnvironment(ConfigurableEnvironment)
RandomValuePropertySourceEnvironmentPostProcessor	C	;EnvironmentPostProcessor;Ordered	getOrder()int	new(DeferredLogFactory)	postProcessEnvironment(ConfigurableEnvironment,SpringApplication)	s:ORDER=int=-2147483647
SpringApplicationJsonEnvironmentPostProcessor	C	;EnvironmentPostProcessor;Ordered	getOrder()int	new()	postProcessEnvironment(ConfigurableEnvironment,SpringApplication)	s:DEFAULT_ORDER=int=-2147483643	s:SPRING_APPLICATION_JSON_ENVIRONMENT_VARIABLE=String="SPRING_APPLICATION_JSON"	s:SPRING_APPLICATION_JSON_PROPERTY=String="spring.application.json"	setOrder(int)
SystemEnvironmentPropertySourceEnvironmentPostProcessor	C	;EnvironmentPostProcessor;Ordered	getOrder()int	new()	postProcessEnvironment(ConfigurableEnvironment,SpringApplication)	s:DEFAULT_ORDER=int=-2147483644	setOrder(int)
SystemEnvironmentPropertySourceEnvironmentPostProcessor$OriginAwareSystemEnvironmentPropertySource	Cs	SystemEnvironmentPropertySource;OriginLookup<String>	containsProperty(String)boolean	getOrigin(String)Origin	getPrefix()String	getProperty(String)Object
YamlPropertySourceLoader	C	;PropertySourceLoader	getFileExtensions()String[]	load(String,Resource)List<PropertySource<?>>	new()
@org.springframework.boot.jdbc
DataSourceBuilder	Cf<T:DataSource>		build()T	driverClassName(String)DataSourceBuilder<T>	password(String)DataSourceBuilder<T>	s:create(ClassLoader)DataSourceBuilder<?>	s:create()DataSourceBuilder<?>	s:derivedFrom(DataSource)DataSourceBuilder<?>	s:findType(ClassLoader)Class<+DataSource>	type<D:DataSource>(Class<D>)DataSourceBuilder<D>	url(String)DataSourceBuilder<T>	username(String)DataSourceBuilder<T>
DataSourceUnwrapper	Cf		s:unwrap<I,T:I>(DataSource,Class<I>,Class<T>)T	s:unwrap<T>(DataSource,Class<T>)T
DatabaseDriver	E	Enum<DatabaseDriver>	e:UNKNOWN=DatabaseDriver	e:DERBY=DatabaseDriver	e:H2=DatabaseDriver	e:HSQLDB=DatabaseDriver	e:SQLITE=DatabaseDriver	e:MYSQL=DatabaseDriver	e:MARIADB=DatabaseDriver	e:ORACLE=DatabaseDriver	e:POSTGRESQL=DatabaseDriver	e:REDSHIFT=DatabaseDriver	e:HANA=DatabaseDriver	e:JTDS=DatabaseDriver	e:SQLSERVER=DatabaseDriver	e:FIREBIRD=DatabaseDriver	e:DB2=DatabaseDriver	e:DB2_AS400=DatabaseDriver	e:TERADATA=DatabaseDriver	e:INFORMIX=DatabaseDriver	e:PHOENIX=DatabaseDriver	e:TESTCONTAINERS=DatabaseDriver	e:CLICKHOUSE=DatabaseDriver	getDriverClassName()String	getId()String	getValidationQuery()String	getXaDataSourceClassName()String	p:getUrlPrefixes()Collection<String>	p:matchProductName(String)boolean	s:fromJdbcUrl(String)DatabaseDriver	s:fromProductName(String)DatabaseDriver	s:valueOf(String)DatabaseDriver	s:values()DatabaseDriver[]
EmbeddedDatabaseConnection	Ef	Enum<EmbeddedDatabaseConnection>	e:NONE=EmbeddedDatabaseConnection	e:H2=EmbeddedDatabaseConnection	e:DERBY=EmbeddedDatabaseConnection	e:HSQLDB=EmbeddedDatabaseConnection	getDriverClassName()String	getType()EmbeddedDatabaseType	getUrl(String)String	s:get(ClassLoader)EmbeddedDatabaseConnection	s:isEmbedded(String,String)boolean	s:isEmbedded(DataSource)boolean	s:valueOf(String)EmbeddedDatabaseConnection	s:values()EmbeddedDatabaseConnection[]
HikariCheckpointRestoreLifecycle	C	;Lifecycle	isRunning()boolean	new(DataSource)	new(DataSource,ConfigurableApplicationContext)	start()	stop()
SchemaManagement	Ef	Enum<SchemaManagement>	e:MANAGED=SchemaManagement	e:UNMANAGED=SchemaManagement	s:valueOf(String)SchemaManagement	s:values()SchemaManagement[]
SchemaManagementProvider	I		a:getSchemaManagement(DataSource)SchemaManagement
UnsupportedDataSourcePropertyException	C	RuntimeException
XADataSourceWrapper	I		a:wrapDataSource(XADataSource)DataSource
@org.springframework.boot.origin
OriginLookup	I<K>		a:getOrigin(K)Origin	d:getPrefix()String	d:isImmutable()boolean	s:getOrigin<K>(Object,K)Origin
OriginProvider	I		a:getOrigin()Origin
@org.springframework.boot.security.servlet
ApplicationContextRequestMatcher	Ca<C>	;RequestMatcher	ap:matches(HttpServletRequest,Supplier<C>)boolean	matches(HttpServletRequest)boolean	new(Class<+C>)	p:ignoreApplicationContext(WebApplicationContext)boolean	p:initialized(Supplier<C>)
@org.springframework.boot.ssl
SslBundle	I		a:getKey()SslBundleKey	a:getManagers()SslManagerBundle	a:getOptions()SslOptions	a:getProtocol()String	a:getStores()SslStoreBundle	d:createSslContext()SSLContext	s:DEFAULT_PROTOCOL=String="TLS"	s:of(SslStoreBundle)SslBundle	s:of(SslStoreBundle,SslBundleKey)SslBundle	s:of(SslStoreBundle,SslBundleKey,SslOptions)SslBundle	s:of(SslStoreBundle,SslBundleKey,SslOptions,String)SslBundle	s:of(SslStoreBundle,SslBundleKey,SslOptions,String,SslManagerBundle)SslBundle
@org.springframework.boot.web.client
ClientHttpRequestFactories	Cf		s:get(org.springframework.boot.web.client.ClientHttpRequestFactorySettings)ClientHttpRequestFactory	s:get<T:ClientHttpRequestFactory>(Class<T>,org.springframework.boot.web.client.ClientHttpRequestFactorySettings)T	s:get<T:ClientHttpRequestFactory>(Supplier<T>,org.springframework.boot.web.client.ClientHttpRequestFactorySettings)T
ClientHttpRequestFactorySettings	Rf	Record	connectTimeout()Duration	new(Duration,Duration,SslBundle)	readTimeout()Duration	s:DEFAULTS=org.springframework.boot.web.client.ClientHttpRequestFactorySettings	sslBundle()SslBundle	withConnectTimeout(Duration)org.springframework.boot.web.client.ClientHttpRequestFactorySettings	withReadTimeout(Duration)org.springframework.boot.web.client.ClientHttpRequestFactorySettings	withSslBundle(SslBundle)org.springframework.boot.web.client.ClientHttpRequestFactorySettings
RestClientCustomizer	I		a:customize(RestClient$Builder)
RestTemplateBuilder	C		additionalCustomizers(Collection<+RestTemplateCustomizer>)RestTemplateBuilder	additionalInterceptors(Collection<+ClientHttpRequestInterceptor>)RestTemplateBuilder	additionalMessageConverters(Collection<+HttpMessageConverter<?>>)RestTemplateBuilder	additionalRequestCustomizers(Collection<+RestTemplateRequestCustomizer<?>>)RestTemplateBuilder	basicAuthentication(String,String)RestTemplateBuilder	basicAuthentication(String,String,Charset)RestTemplateBuilder	build()RestTemplate	build<T:RestTemplate>(Class<T>)T	buildRequestFactory()ClientHttpRequestFactory	configure<T:RestTemplate>(T)T	connectTimeout(Duration)RestTemplateBuilder	customizers(Collection<+RestTemplateCustomizer>)RestTemplateBuilder	defaultMessageConverters()RestTemplateBuilder	detectRequestFactory(boolean)RestTemplateBuilder	errorHandler(ResponseErrorHandler)RestTemplateBuilder	interceptors(Collection<ClientHttpRequestInterceptor>)RestTemplateBuilder	messageConverters(Collection<+HttpMessageConverter<?>>)RestTemplateBuilder	readTimeout(Duration)RestTemplateBuilder	redirects(ClientHttpRequestFactorySettings$Redirects)RestTemplateBuilder	requestCustomizers(Collection<+RestTemplateRequestCustomizer<?>>)RestTemplateBuilder	requestFactory(Class<+ClientHttpRequestFactory>)RestTemplateBuilder	requestFactory(Function<org.springframework.boot.web.client.ClientHttpRequestFactorySettings,ClientHttpRequestFactory>)RestTemplateBuilder	requestFactory(Supplier<ClientHttpRequestFactory>)RestTemplateBuilder	requestFactoryBuilder(ClientHttpRequestFactoryBuilder<?>)RestTemplateBuilder	requestFactorySettings(UnaryOperator<ClientHttpRequestFactorySettings>)RestTemplateBuilder	requestFactorySettings(ClientHttpRequestFactorySettings)RestTemplateBuilder	rootUri(String)RestTemplateBuilder	setConnectTimeout(Duration)RestTemplateBuilder	setReadTimeout(Duration)RestTemplateBuilder	setSslBundle(SslBundle)RestTemplateBuilder	sslBundle(SslBundle)RestTemplateBuilder	uriTemplateHandler(UriTemplateHandler)RestTemplateBuilder	v:additionalCustomizers(RestTemplateCustomizer[])RestTemplateBuilder	v:additionalInterceptors(ClientHttpRequestInterceptor[])RestTemplateBuilder	v:additionalMessageConverters(HttpMessageConverter<?>[])RestTemplateBuilder	v:additionalRequestCustomizers(RestTemplateRequestCustomizer<?>[])RestTemplateBuilder	v:customizers(RestTemplateCustomizer[])RestTemplateBuilder	v:defaultHeader(String,String[])RestTemplateBuilder	v:interceptors(ClientHttpRequestInterceptor[])RestTemplateBuilder	v:messageConverters(HttpMessageConverter<?>[])RestTemplateBuilder	v:new(RestTemplateCustomizer[])	v:requestCustomizers(RestTemplateRequestCustomizer<?>[])RestTemplateBuilder
RestTemplateCustomizer	I		a:customize(RestTemplate)
RestTemplateRequestCustomizer	I<T:ClientHttpRequest>		a:customize(T)
RootUriBuilderFactory	C	RootUriTemplateHandler;UriBuilderFactory	builder()UriBuilder	uriString(String)UriBuilder
RootUriTemplateHandler	C	;UriTemplateHandler	expand(String,Map<String,?>)URI	getRootUri()String	p:new(UriTemplateHandler)	v:expand(String,Object[])URI
@org.springframework.boot.web.error
ErrorAttributeOptions	Cf		getIncludes()Set<ErrorAttributeOptions$Include>	isIncluded(ErrorAttributeOptions$Include)boolean	retainIncluded(Map<String,Object>)	s:defaults()ErrorAttributeOptions	s:of(Collection<ErrorAttributeOptions$Include>)ErrorAttributeOptions	sv:of(ErrorAttributeOptions$Include[])ErrorAttributeOptions	v:excluding(ErrorAttributeOptions$Include[])ErrorAttributeOptions	v:including(ErrorAttributeOptions$Include[])ErrorAttributeOptions
ErrorAttributeOptions$Include	Efs	Enum<ErrorAttributeOptions$Include>	e:EXCEPTION=ErrorAttributeOptions$Include	e:STACK_TRACE=ErrorAttributeOptions$Include	e:MESSAGE=ErrorAttributeOptions$Include	e:BINDING_ERRORS=ErrorAttributeOptions$Include	e:STATUS=ErrorAttributeOptions$Include	e:ERROR=ErrorAttributeOptions$Include	e:PATH=ErrorAttributeOptions$Include	s:valueOf(String)ErrorAttributeOptions$Include	s:values()ErrorAttributeOptions$Include[]
@org.springframework.boot.web.server
AbstractConfigurableWebServerFactory	Ca	;ConfigurableWebServerFactory	getAddress()InetAddress	getCompression()Compression	getErrorPages()Set<ErrorPage>	getHttp2()Http2	getPort()int	getServerHeader()String	getShutdown()Shutdown	getSsl()Ssl	getSslBundles()SslBundles	new()	new(int)	p:createTempDir(String)File	p:getServerNameSslBundles()Map<String,SslBundle>	p:getSslBundle()SslBundle	setAddress(InetAddress)	setCompression(Compression)	setErrorPages(Set<+ErrorPage>)	setHttp2(Http2)	setPort(int)	setServerHeader(String)	setShutdown(Shutdown)	setSsl(Ssl)	setSslBundles(SslBundles)	v:addErrorPages(ErrorPage[])
Compression	C		getEnabled()boolean	getExcludedUserAgents()String[]	getMimeTypes()String[]	getMinResponseSize()DataSize	new()	setEnabled(boolean)	setExcludedUserAgents(String[])	setMimeTypes(String[])	setMinResponseSize(DataSize)
ConfigurableWebServerFactory	I	WebServerFactory;ErrorPageRegistry	a:setAddress(InetAddress)	a:setCompression(Compression)	a:setErrorPages(Set<+ErrorPage>)	a:setHttp2(Http2)	a:setPort(int)	a:setServerHeader(String)	a:setSsl(Ssl)	a:setSslBundles(SslBundles)	d:setShutdown(Shutdown)
Cookie	C		getDomain()String	getHttpOnly()Boolean	getMaxAge()Duration	getName()String	getPartitioned()Boolean	getPath()String	getSameSite()Cookie$SameSite	getSecure()Boolean	new()	setDomain(String)	setHttpOnly(Boolean)	setMaxAge(Duration)	setName(String)	setPartitioned(Boolean)	setPath(String)	setSameSite(Cookie$SameSite)	setSecure(Boolean)
Cookie$SameSite	Efs	Enum<Cookie$SameSite>	e:NONE=Cookie$SameSite	e:LAX=Cookie$SameSite	e:STRICT=Cookie$SameSite	attributeValue()String	s:valueOf(String)Cookie$SameSite	s:values()Cookie$SameSite[]
ErrorPage	C		getException()Class<+Throwable>	getExceptionName()String	getPath()String	getStatus()HttpStatus	getStatusCode()int	isGlobal()boolean	new(Class<+Throwable>,String)	new(String)	new(HttpStatus,String)
ErrorPageRegistrar	I		a:registerErrorPages(ErrorPageRegistry)
ErrorPageRegistrarBeanPostProcessor	C	;BeanPostProcessor;BeanFactoryAware	new()	postProcessAfterInitialization(Object,String)Object	postProcessBeforeInitialization(Object,String)Object	setBeanFactory(BeanFactory)
ErrorPageRegistry	I		av:addErrorPages(ErrorPage[])
GracefulShutdownCallback	I		a:shutdownComplete(GracefulShutdownResult)
GracefulShutdownResult	Ef	Enum<GracefulShutdownResult>	e:REQUESTS_ACTIVE=GracefulShutdownResult	e:IDLE=GracefulShutdownResult	e:IMMEDIATE=GracefulShutdownResult	s:valueOf(String)GracefulShutdownResult	s:values()GracefulShutdownResult[]
Http2	C		isEnabled()boolean	new()	setEnabled(boolean)
MimeMappings	C	;Iterable<MimeMappings$Mapping>	add(String,String)String	get(String)String	getAll()Collection<MimeMappings$Mapping>	iterator()Iterator<MimeMappings$Mapping>	new(Map<String,String>)	new(MimeMappings)	new()	remove(String)String	s:DEFAULT=MimeMappings	s:lazyCopy(MimeMappings)MimeMappings	s:unmodifiableMappings(MimeMappings)MimeMappings
MimeMappings$Mapping	Cfs		getExtension()String	getMimeType()String	new(String,String)
PortInUseException	C	WebServerException	getPort()int	new(int)	new(int,Throwable)	s:ifCausedBy<E:Exception>(Exception,Class<E>,Consumer<E>)	s:ifPortBindingException(Exception,Consumer<BindException>)	s:throwIfPortBindingException(Exception,IntSupplier)
Shutdown	Ef	Enum<Shutdown>	e:GRACEFUL=Shutdown	e:IMMEDIATE=Shutdown	s:valueOf(String)Shutdown	s:values()Shutdown[]
Ssl	C		getBundle()String	getCertificate()String	getCertificatePrivateKey()String	getCiphers()String[]	getClientAuth()Ssl$ClientAuth	getEnabledProtocols()String[]	getKeyAlias()String	getKeyPassword()String	getKeyStore()String	getKeyStorePassword()String	getKeyStoreProvider()String	getKeyStoreType()String	getProtocol()String	getServerNameBundles()List<Ssl$ServerNameSslBundle>	getTrustCertificate()String	getTrustCertificatePrivateKey()String	getTrustStore()String	getTrustStorePassword()String	getTrustStoreProvider()String	getTrustStoreType()String	isEnabled()boolean	new()	s:forBundle(String)Ssl	s:isEnabled(Ssl)boolean	setBundle(String)	setCertificate(String)	setCertificatePrivateKey(String)	setCiphers(String[])	setClientAuth(Ssl$ClientAuth)	setEnabled(boolean)	setEnabledProtocols(String[])	setKeyAlias(String)	setKeyPassword(String)	setKeyStore(String)	setKeyStorePassword(String)	setKeyStoreProvider(String)	setKeyStoreType(String)	setProtocol(String)	setServerNameBundles(List<Ssl$ServerNameSslBundle>)	setTrustCertificate(String)	setTrustCertificatePrivateKey(String)	setTrustStore(String)	setTrustStorePassword(String)	setTrustStoreProvider(String)	setTrustStoreType(String)
Ssl$ClientAuth	Efs	Enum<Ssl$ClientAuth>	e:NONE=Ssl$ClientAuth	e:WANT=Ssl$ClientAuth	e:NEED=Ssl$ClientAuth	s:map<R>(Ssl$ClientAuth,R,R,R)R	s:valueOf(String)Ssl$ClientAuth	s:values()Ssl$ClientAuth[]
Ssl$ServerNameSslBundle	Rfs	Record	bundle()String	new(String,String)	serverName()String
WebServer	I		a:getPort()int	a:start()	a:stop()	d:destroy()	d:shutDownGracefully(GracefulShutdownCallback)
WebServerException	C	RuntimeException	new(String,Throwable)
WebServerFactory	I	
WebServerFactoryCustomizer	I<T:WebServerFactory>		a:customize(T)
WebServerFactoryCustomizerBeanPostProcessor	C	;BeanPostProcessor;BeanFactoryAware	new()	postProcessAfterInitialization(Object,String)Object	postProcessBeforeInitialization(Object,String)Object	setBeanFactory(BeanFactory)
WebServerSslBundle	Cf	;SslBundle	getKey()SslBundleKey	getManagers()SslManagerBundle	getOptions()SslOptions	getProtocol()String	getStores()SslStoreBundle	s:get(Ssl)SslBundle	s:get(Ssl,SslBundles)SslBundle
@org.springframework.boot.web.servlet
AbstractFilterRegistrationBean	Ca<T:Filter>	DynamicRegistrationBean<FilterRegistration$Dynamic>	a:getFilter()T	determineDispatcherTypes()EnumSet<DispatcherType>	getFilterName()String	getServletNames()Collection<String>	getServletRegistrationBeans()Collection<ServletRegistrationBean<?>>	getUrlPatterns()Collection<String>	isMatchAfter()boolean	p:addRegistration(String,ServletContext)FilterRegistration$Dynamic	p:configure(FilterRegistration$Dynamic)	p:getDescription()String	setDispatcherTypes(EnumSet<DispatcherType>)	setMatchAfter(boolean)	setServletNames(Collection<String>)	setServletRegistrationBeans(Collection<+ServletRegistrationBean<?>>)	setUrlPatterns(Collection<String>)	v:addServletNames(String[])	v:addServletRegistrationBeans(ServletRegistrationBean<?>[])	v:addUrlPatterns(String[])	v:setDispatcherTypes(DispatcherType,DispatcherType[])
DelegatingFilterProxyRegistrationBean	C	AbstractFilterRegistrationBean<DelegatingFilterProxy>;ApplicationContextAware	getFilter()DelegatingFilterProxy	p:getTargetBeanName()String	setApplicationContext(ApplicationContext)	v:new(String,ServletRegistrationBean<?>[])
DispatcherType	Ef	Enum<org.springframework.boot.web.servlet.DispatcherType>	e:FORWARD=org.springframework.boot.web.servlet.DispatcherType	e:INCLUDE=org.springframework.boot.web.servlet.DispatcherType	e:REQUEST=org.springframework.boot.web.servlet.DispatcherType	e:ASYNC=org.springframework.boot.web.servlet.DispatcherType	e:ERROR=org.springframework.boot.web.servlet.DispatcherType	s:valueOf(String)org.springframework.boot.web.servlet.DispatcherType	s:values()org.springframework.boot.web.servlet.DispatcherType[]
DynamicRegistrationBean	Ca<D:Registration$Dynamic>	RegistrationBean;BeanNameAware	addInitParameter(String,String)	ap:addRegistration(String,ServletContext)D	getInitParameters()Map<String,String>	isAsyncSupported()boolean	new()	p:configure(D)	p:getOrDeduceName(Object)String	p:register(String,ServletContext)	setAsyncSupported(boolean)	setBeanName(String)	setIgnoreRegistrationFailure(boolean)	setInitParameters(Map<String,String>)	setName(String)
FilterRegistrationBean	C<T:Filter>	AbstractFilterRegistrationBean<T>	getFilter()T	new()	setFilter(T)	v:new(T,ServletRegistrationBean<?>[])
MultipartConfigFactory	C		createMultipartConfig()MultipartConfigElement	new()	setFileSizeThreshold(DataSize)	setLocation(String)	setMaxFileSize(DataSize)	setMaxRequestSize(DataSize)
RegistrationBean	Ca	;ServletContextInitializer;Ordered	ap:getDescription()String	ap:register(String,ServletContext)	getOrder()int	isEnabled()boolean	new()	onStartup(ServletContext)	setEnabled(boolean)	setOrder(int)
ServletComponentScan	A	Annotation	a:basePackageClasses()Class<?>[]	a:basePackages()String[]	a:value()String[]
ServletContextInitializer	I		a:onStartup(ServletContext)
ServletContextInitializerBeans	C	AbstractCollection<ServletContextInitializer>	iterator()Iterator<ServletContextInitializer>	p:addAdaptableBeans(ListableBeanFactory)	p:addAsRegistrationBean<T>(ListableBeanFactory,Class<T>,ServletContextInitializerBeans$RegistrationBeanAdapter<T>)	size()int	v:new(ListableBeanFactory,Class<+ServletContextInitializer>[])
ServletContextInitializerBeans$RegistrationBeanAdapter	Is<T>		a:createRegistrationBean(String,T,int)RegistrationBean
ServletListenerRegistrationBean	C<T:EventListener>	RegistrationBean	getListener()T	new()	new(T)	p:getDescription()String	p:register(String,ServletContext)	s:getSupportedTypes()Set<Class<?>>	s:isSupportedType(EventListener)boolean	setListener(T)
ServletRegistrationBean	C<T:Servlet>	DynamicRegistrationBean<ServletRegistration$Dynamic>	getMultipartConfig()MultipartConfigElement	getServlet()T	getServletName()String	getUrlMappings()Collection<String>	new()	p:addRegistration(String,ServletContext)ServletRegistration$Dynamic	p:configure(ServletRegistration$Dynamic)	p:getDescription()String	setLoadOnStartup(int)	setMultipartConfig(MultipartConfigElement)	setServlet(T)	setUrlMappings(Collection<String>)	v:addUrlMappings(String[])	v:new(T,String[])	v:new(T,boolean,String[])
WebListenerRegistrar	I		a:register(WebListenerRegistry)
WebListenerRegistry	I		av:addWebListeners(String[])
@org.springframework.boot.web.servlet.error
DefaultErrorAttributes	C	;ErrorAttributes;HandlerExceptionResolver;Ordered	getError(WebRequest)Throwable	getErrorAttributes(WebRequest,ErrorAttributeOptions)Map<String,Object>	getOrder()int	new()	p:getMessage(WebRequest,Throwable)String	resolveException(HttpServletRequest,HttpServletResponse,Object,Exception)ModelAndView
ErrorAttributes	I		a:getError(WebRequest)Throwable	d:getErrorAttributes(WebRequest,ErrorAttributeOptions)Map<String,Object>
ErrorController	I	
@org.springframework.boot.web.servlet.support
ErrorPageFilter	C	;Filter;ErrorPageRegistry;Ordered	destroy()	doFilter(ServletRequest,ServletResponse,FilterChain)	getOrder()int	init(FilterConfig)	new()	p:getDescription(HttpServletRequest)String	s:ERROR_REQUEST_URI=String="jakarta.servlet.error.request_uri"	v:addErrorPages(ErrorPage[])
ServletContextApplicationContextInitializer	C	;ApplicationContextInitializer<ConfigurableWebApplicationContext>;Ordered	getOrder()int	initialize(ConfigurableWebApplicationContext)	new(ServletContext)	new(ServletContext,boolean)	setOrder(int)
SpringBootServletInitializer	Ca	;WebApplicationInitializer	new()	onStartup(ServletContext)	p:configure(SpringApplicationBuilder)SpringApplicationBuilder	p:createRootApplicationContext(ServletContext)WebApplicationContext	p:createSpringApplicationBuilder()SpringApplicationBuilder	p:deregisterJdbcDrivers(ServletContext)	p:logger=Log	p:run(SpringApplication)WebApplicationContext	p:setRegisterErrorPageFilter(boolean)	p:shutDownSharedReactorSchedulers(ServletContext)
