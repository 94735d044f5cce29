=com.baomidou.mybatisplus.annotation	DbType	FieldFill	FieldStrategy	IdType	KeySequence	TableField
=com.baomidou.mybatisplus.core.batch	BatchSqlSession
=com.baomidou.mybatisplus.core.conditions	AbstractLambdaWrapper	AbstractWrapper	AbstractWrapper$DoSomething	ISqlSegment	SharedString	Wrapper
=com.baomidou.mybatisplus.core.conditions.interfaces	Compare	Func	Join	Nested
=com.baomidou.mybatisplus.core.conditions.query	LambdaQueryWrapper	Query	QueryWrapper
=com.baomidou.mybatisplus.core.conditions.segments	ColumnSegment	MergeSegments
=com.baomidou.mybatisplus.core.conditions.update	LambdaUpdateWrapper	Update	UpdateWrapper
=com.baomidou.mybatisplus.core.config	GlobalConfig
=com.baomidou.mybatisplus.core.enums	SqlKeyword	SqlLike
=com.baomidou.mybatisplus.core.handlers	AnnotationHandler
=com.baomidou.mybatisplus.core.mapper	Mapper
=com.baomidou.mybatisplus.core.metadata	IPage	OrderFieldInfo	OrderItem	TableFieldInfo	TableInfo
=com.baomidou.mybatisplus.core.toolkit	Constants	StringPool
=com.baomidou.mybatisplus.core.toolkit.support	ColumnCache	SFunction
=com.baomidou.mybatisplus.extension.plugins.pagination	DialectModel	Page
=com.baomidou.mybatisplus.extension.plugins.pagination.dialects	IDialect
=com.zaxxer.hikari	HikariConfig	HikariConfigMXBean	HikariPoolMXBean	SQLExceptionOverride	SQLExceptionOverride$Override
=com.zaxxer.hikari.metrics	MetricsTrackerFactory
=com.zaxxer.hikari.util	Credentials
=jakarta.persistence	AttributeConverter	Cache	CacheRetrieveMode	CacheStoreMode	Column	DiscriminatorType	EntityGraph	EntityManager	EntityManagerFactory	EntityNotFoundException	EntityTransaction	FetchType	FlushModeType	JoinColumn	LockModeType	PersistenceException	PessimisticLockScope	SqlResultSetMapping
=jakarta.persistence.criteria	CriteriaDelete	CriteriaQuery	CriteriaUpdate
=jakarta.persistence.metamodel	Attribute	EmbeddableType	EntityType	ManagedType	Metamodel	SingularAttribute
=jakarta.transaction	Synchronization
=jakarta.validation	Payload
=jakarta.validation.constraints	Pattern$Flag
=java.io	Closeable	InputStream	PrintWriter	Reader	Serializable
=java.lang	AutoCloseable	Boolean	CharSequence	Class	Enum	Exception	Integer	Long	Number	Object	RuntimeException	String	Throwable
=java.lang.annotation	Annotation
=java.lang.reflect	Field
=java.sql	Blob	Clob	Connection	NClob	SQLException
=java.text	Normalizer$Form
=java.util	Collection	Comparator	EnumSet	Hashtable	Iterator	List	Map	Map$Entry	Optional	Properties	Set	SortedSet	TimeZone
=java.util.concurrent	ConcurrentHashMap	ScheduledExecutorService	ThreadFactory
=java.util.concurrent.atomic	AtomicInteger
=java.util.function	BiFunction	BiPredicate	Consumer	Function	Predicate	Supplier
=java.util.logging	Logger
=javax.naming	Context	Name	Referenceable
=javax.naming.spi	ObjectFactory
=javax.sql	DataSource
=org.apache.ibatis.annotations	Arg	Case	Delete	DeleteProvider	Insert	InsertProvider	Many	One	Options	Options$FlushCachePolicy	Property	Result	Select	SelectKey	SelectProvider	UpdateProvider
=org.apache.ibatis.binding	MapperRegistry
=org.apache.ibatis.builder	CacheRefResolver	MapperBuilderAssistant	ResultMapResolver
=org.apache.ibatis.builder.annotation	MethodResolver
=org.apache.ibatis.builder.xml	XMLStatementBuilder
=org.apache.ibatis.cursor	Cursor
=org.apache.ibatis.exceptions	IbatisException
=org.apache.ibatis.executor	BatchResult	Executor
=org.apache.ibatis.executor.keygen	KeyGenerator
=org.apache.ibatis.executor.loader	ProxyFactory
=org.apache.ibatis.executor.parameter	ParameterHandler
=org.apache.ibatis.executor.resultset	ResultSetHandler
=org.apache.ibatis.executor.statement	StatementHandler
=org.apache.ibatis.io	VFS
=org.apache.ibatis.logging	Log
=org.apache.ibatis.mapping	BoundSql	DatabaseIdProvider	Environment	MappedStatement	ParameterMap	ParameterMapping	ResultMap	ResultSetType	StatementType
=org.apache.ibatis.parsing	XNode
=org.apache.ibatis.plugin	Interceptor	InterceptorChain
=org.apache.ibatis.reflection	MetaObject	Reflector	ReflectorFactory
=org.apache.ibatis.reflection.wrapper	ObjectWrapperFactory
=org.apache.ibatis.scripting	LanguageDriver	LanguageDriverRegistry
=org.apache.ibatis.session	AutoMappingBehavior	AutoMappingUnknownColumnBehavior	Configuration	Configuration$StrictMap	ExecutorType	LocalCacheScope	ResultContext	ResultHandler	RowBounds	SqlSession	SqlSessionFactory	SqlSessionFactoryBuilder	SqlSessionManager	TransactionIsolationLevel
=org.apache.ibatis.transaction	Transaction	TransactionFactory
=org.apache.ibatis.type	JdbcType	TypeAliasRegistry	TypeHandler	TypeHandlerRegistry
=org.hibernate	CacheMode	ConnectionAcquisitionMode	ConnectionReleaseMode	CustomEntityDirtinessStrategy$AttributeChecker	CustomEntityDirtinessStrategy$AttributeInformation	CustomEntityDirtinessStrategy$DirtyCheckContext	DuplicateMappingException$Type	FetchMode	Filter	FlushMode	Hibernate$CollectionInterface	HibernateException	IdentifierLoadAccess	JDBCException	LobHelper	LockMode	LockOptions	MappingException	MultiIdentifierLoadAccess	NaturalIdLoadAccess	NaturalIdMultiLoadAccess	PropertyAccessException	QueryException	ReplicationMode	ScrollMode	Session	Session$LockRequest	SessionBuilder	SessionEventListener	SessionFactory	SharedSessionBuilder	SharedSessionContract	SimpleNaturalIdLoadAccess	StaleStateException	StatelessSession	StatelessSessionBuilder	TimeZoneStorageStrategy	TransientObjectException	UnresolvableObjectException
=org.hibernate.annotations	AnyDiscriminatorValue	CacheConcurrencyStrategy	CacheLayout	CacheModeType	CascadeType	Check	CollectionTypeRegistration	ColumnDefault	ColumnTransformer	Comment	CompositeTypeRegistration	ConverterRegistration	DialectOverride$Check	DialectOverride$ColumnDefault	DialectOverride$DiscriminatorFormula	DialectOverride$FilterDefs	DialectOverride$Filters	DialectOverride$Formula	DialectOverride$GeneratedColumn	DialectOverride$JoinFormula	DialectOverride$OrderBy	DialectOverride$SQLDelete	DialectOverride$SQLDeleteAll	DialectOverride$SQLInsert	DialectOverride$SQLOrder	DialectOverride$SQLRestriction	DialectOverride$SQLSelect	DialectOverride$SQLUpdate	DialectOverride$Version	DialectOverride$Where	DiscriminatorFormula	EmbeddableInstantiatorRegistration	FetchProfile	FetchProfile$FetchOverride	FetchProfileOverride	FilterDef	FilterDefs	FilterJoinTable	Filters	ForeignKey	Formula	GeneratedColumn	GenerationTime	GenericGenerator	Index	JavaTypeRegistration	JdbcTypeRegistration	JoinColumnOrFormula	JoinFormula	LazyCollectionOption	LazyToOneOption	NamedNativeQuery	NamedQuery	NotFoundAction	OnDeleteAction	OptimisticLockType	OrderBy	ParamDef	Parameter	PolymorphismType	ResultCheckStyle	SQLDelete	SQLDeleteAll	SQLInsert	SQLOrder	SQLRestriction	SQLSelect	SQLUpdate	SecondaryRow	SoftDeleteType	SourceType	SqlFragmentAlias	Table	TimeZoneStorageType	TypeRegistration	UuidGenerator$Style	Where
=org.hibernate.binder	AttributeBinder	TypeBinder
=org.hibernate.boot.jaxb	Origin
=org.hibernate.boot.spi	SessionFactoryOptions
=org.hibernate.cache.spi.access	AccessType
=org.hibernate.dialect	Dialect
=org.hibernate.engine.spi	FilterDefinition
=org.hibernate.generator	EventType	Generator
=org.hibernate.graph	GraphSemantic	RootGraph
=org.hibernate.graph.spi	RootGraphImplementor
=org.hibernate.id	IdentifierGenerator
=org.hibernate.id.uuid	UuidValueGenerator
=org.hibernate.jdbc	Expectation	ReturningWork	Work
=org.hibernate.jpa.spi	JpaCompliance
=org.hibernate.metamodel	CollectionClassification	RepresentationMode
=org.hibernate.metamodel.model.domain	EmbeddableDomainType	EntityDomainType	JpaMetamodel	ManagedDomainType
=org.hibernate.metamodel.spi	EmbeddableInstantiator	EntityRepresentationStrategy
=org.hibernate.persister.entity	EntityPersister
=org.hibernate.procedure	ProcedureCall
=org.hibernate.property.access.spi	PropertyAccessStrategy
=org.hibernate.query	MutationQuery	NativeQuery	QueryProducer	SelectionQuery
=org.hibernate.query.criteria	HibernateCriteriaBuilder	JpaCriteriaInsert	JpaCriteriaInsertSelect
=org.hibernate.relational	SchemaManager
=org.hibernate.resource.jdbc.spi	PhysicalConnectionHandlingMode	StatementInspector
=org.hibernate.resource.transaction.spi	TransactionStatus
=org.hibernate.service	ServiceRegistry
=org.hibernate.stat	SessionStatistics	Statistics
=org.hibernate.tuple	GenerationTiming	ValueGenerator
=org.hibernate.type	BasicType	Type
=org.hibernate.type.descriptor.java	BasicJavaType	EnumJavaType	JavaType	MutabilityPlan
=org.hibernate.type.spi	TypeConfiguration
=org.hibernate.usertype	CompositeUserType	UserCollectionType	UserType
=org.hibernate.validator.constraints	CodePointLength	CodePointLength$NormalizationStrategy	CompositionType	CreditCardNumber	Currency	EAN	EAN$Type	Email	ISBN	ISBN$Type	Length	LuhnCheck	Mod10Check	Mod11Check	Mod11Check$ProcessingDirection	ModCheck	ModCheck$ModType	Normalized	NotBlank	NotEmpty	ParameterScriptAssert	Range	ScriptAssert	URL	UUID	UUID$LetterCase	UniqueElements
=org.mybatis.spring.annotation	MapperScan
=org.mybatis.spring.mapper	MapperFactoryBean
=org.springframework.beans.factory	DisposableBean	FactoryBean	InitializingBean
=org.springframework.beans.factory.support	BeanDefinitionRegistry	BeanNameGenerator
=org.springframework.context	ApplicationListener	ResourceLoaderAware
=org.springframework.context.annotation	ComponentScan$Filter	ImportBeanDefinitionRegistrar
=org.springframework.context.event	ContextRefreshedEvent
=org.springframework.core.io	Resource	ResourceLoader
=org.springframework.core.type	AnnotationMetadata
=org.springframework.dao	DataAccessException	UncategorizedDataAccessException
=org.springframework.dao.support	PersistenceExceptionTranslator
=org.springframework.jdbc.support	SQLExceptionTranslator
=org.springframework.transaction.support	ResourceHolderSupport
@com.baomidou.mybatisplus.annotation
DbType	Ef	Enum<DbType>	e:MYSQL=DbType	e:MARIADB=DbType	e:ORACLE=DbType	e:ORACLE_12C=DbType	e:DB2=DbType	e:H2=DbType	e:HSQL=DbType	e:SQLITE=DbType	e:POSTGRE_SQL=DbType	e:SQL_SERVER2005=DbType	e:SQL_SERVER=DbType	e:DM=DbType	e:XU_GU=DbType	e:KINGBASE_ES=DbType	e:PHOENIX=DbType	e:GAUSS=DbType	e:CLICK_HOUSE=DbType	e:GBASE=DbType	e:GBASE_8S=DbType	e:GBASEDBT=DbType	e:GBASE_INFORMIX=DbType	e:GBASE8S_PG=DbType	e:GBASE_8C=DbType	e:SINODB=DbType	e:OSCAR=DbType	e:SYBASE=DbType	e:OCEAN_BASE=DbType	e:FIREBIRD=DbType	e:HIGH_GO=DbType	e:CUBRID=DbType	e:SUNDB=DbType	e:SAP_HANA=DbType	e:IMPALA=DbType	e:VERTICA=DbType	e:XCloud=DbType	e:REDSHIFT=DbType	e:OPENGAUSS=DbType	e:TDENGINE=DbType	e:INFORMIX=DbType	e:UXDB=DbType	e:LEALONE=DbType	e:TRINO=DbType	e:PRESTO=DbType	e:DERBY=DbType	e:VASTBASE=DbType	e:GOLDENDB=DbType	e:DUCKDB=DbType	e:YASDB=DbType	e:HIVE2=DbType	e:OTHER=DbType	getDb()String	getDesc()String	mysqlSameType()boolean	oracleSameType()boolean	postgresqlSameType()boolean	s:getDbType(String)DbType	s:valueOf(String)DbType	s:values()DbType[]
EnumValue	A	Annotation
FieldFill	Ef	Enum<FieldFill>	e:DEFAULT=FieldFill	e:INSERT=FieldFill	e:UPDATE=FieldFill	e:INSERT_UPDATE=FieldFill	s:valueOf(String)FieldFill	s:values()FieldFill[]
FieldStrategy	Ef	Enum<FieldStrategy>	e:ALWAYS=FieldStrategy	e:NOT_NULL=FieldStrategy	e:NOT_EMPTY=FieldStrategy	e:DEFAULT=FieldStrategy	e:NEVER=FieldStrategy	s:valueOf(String)FieldStrategy	s:values()FieldStrategy[]
IEnum	I<T:Serializable>		a:getValue()T
IdType	Ef	Enum<IdType>	e:AUTO=IdType	e:NONE=IdType	e:INPUT=IdType	e:ASSIGN_ID=IdType	e:ASSIGN_UUID=IdType	getKey()int	s:valueOf(String)IdType	s:values()IdType[]
InterceptorIgnore	A	Annotation	a:blockAttack()String	a:dataPermission()String	a:dynamicTableName()String	a:illegalSql()String	a:others()String[]	a:tenantLine()String
KeySequence	A	Annotation	a:dbType()DbType	a:value()String
OrderBy	A	Annotation	a:asc()boolean	a:sort()short
SqlCondition	C		new()	s:EQUAL=String="%s=#{%s}"	s:LIKE=String="%s LIKE CONCAT('%%',#{%s},'%%')"	s:LIKE_LEFT=String="%s LIKE CONCAT('%%',#{%s})"	s:LIKE_RIGHT=String="%s LIKE CONCAT(#{%s},'%%')"	s:NOT_EQUAL=String="%s&lt;&gt;#{%s}"	s:ORACLE_LIKE=String="%s LIKE CONCAT(CONCAT('%%',#{%s}),'%%')"
TableField	A	Annotation	a:condition()String	a:exist()boolean	a:fill()FieldFill	a:insertStrategy()FieldStrategy	a:javaType()boolean	a:jdbcType()JdbcType	a:keepGlobalFormat()boolean	a:numericScale()String	a:property()String	a:select()boolean	a:typeHandler()Class<+TypeHandler>	a:update()String	a:updateStrategy()FieldStrategy	a:value()String	a:whereStrategy()FieldStrategy
TableId	A	Annotation	a:type()IdType	a:value()String
TableLogic	A	Annotation	a:delval()String	a:value()String
TableName	A	Annotation	a:autoResultMap()boolean	a:excludeProperty()String[]	a:keepGlobalPrefix()boolean	a:properties()String[]	a:resultMap()String	a:schema()String	a:value()String
Version	A	Annotation
@com.baomidou.mybatisplus.core.conditions
AbstractLambdaWrapper	Ca<T,Children:AbstractLambdaWrapper<T,Children>>	AbstractWrapper<T,SFunction<T,?>,Children>	groupBy(boolean,SFunction<T,?>,List<SFunction<T,?>>)Children	new()	p:columnToString(SFunction<T,?>)String	p:columnToString(SFunction<T,?>,boolean)String	p:columnsToString(boolean,List<SFunction<T,?>>)String	p:getColumnCache(SFunction<T,?>)ColumnCache	v:groupBy(SFunction<T,?>,SFunction<T,?>[])Children	v:groupBy(boolean,SFunction<T,?>,SFunction<T,?>[])Children	v:orderBy(boolean,boolean,SFunction<T,?>,SFunction<T,?>[])Children	v:orderByAsc(SFunction<T,?>,SFunction<T,?>[])Children	v:orderByAsc(boolean,SFunction<T,?>,SFunction<T,?>[])Children	v:orderByDesc(SFunction<T,?>,SFunction<T,?>[])Children	v:orderByDesc(boolean,SFunction<T,?>,SFunction<T,?>[])Children	vp:columnsToString(SFunction<T,?>[])String	vp:columnsToString(boolean,SFunction<T,?>[])String
AbstractWrapper	Ca<T,R,Children:AbstractWrapper<T,R,Children>>	Wrapper<T>;Compare<Children,R>;Nested<Children,Children>;Join<Children>;Func<Children,R>	allEq<V>(boolean,Map<R,V>,boolean)Children	allEq<V>(boolean,BiPredicate<R,V>,Map<R,V>,boolean)Children	and(boolean,Consumer<Children>)Children	ap:instance()Children	between(boolean,R,Object,Object)Children	clear()	clone()Children	comment(boolean,String)Children	doGroupBy(boolean,R,List<R>)Children	doOrderBy(boolean,boolean,R,List<R>)Children	eq(boolean,R,Object)Children	eqSql(boolean,R,String)Children	first(boolean,String)Children	func(boolean,Consumer<Children>)Children	ge(boolean,R,Object)Children	geSql(boolean,R,String)Children	getEntity()T	getEntityClass()Class<T>	getExpression()MergeSegments	getParamAlias()String	getParamNameValuePairs()Map<String,Object>	getSqlComment()String	getSqlFirst()String	getSqlSegment()String	groupBy(boolean,List<R>)Children	groupBy(boolean,R)Children	groupBy(boolean,R,List<R>)Children	gt(boolean,R,Object)Children	gtSql(boolean,R,String)Children	in(boolean,R,Collection<?>)Children	inSql(boolean,R,String)Children	isNotNull(boolean,R)Children	isNull(boolean,R)Children	isUseAnnotationOrderBy()boolean	last(boolean,String)Children	le(boolean,R,Object)Children	leSql(boolean,R,String)Children	like(boolean,R,Object)Children	likeLeft(boolean,R,Object)Children	likeRight(boolean,R,Object)Children	lt(boolean,R,Object)Children	ltSql(boolean,R,String)Children	ne(boolean,R,Object)Children	nested(boolean,Consumer<Children>)Children	new()	not(boolean,Consumer<Children>)Children	notBetween(boolean,R,Object,Object)Children	notIn(boolean,R,Collection<?>)Children	notInSql(boolean,R,String)Children	notLike(boolean,R,Object)Children	notLikeLeft(boolean,R,Object)Children	notLikeRight(boolean,R,Object)Children	or(boolean)Children	or(boolean,Consumer<Children>)Children	orderBy(boolean,boolean,List<R>)Children	orderBy(boolean,boolean,R)Children	orderBy(boolean,boolean,R,List<R>)Children	p:addCondition(boolean,R,SqlKeyword,Object)Children	p:addNestedCondition(boolean,Consumer<Children>)Children	p:and(boolean)Children	p:columnToSqlSegment(R)ColumnSegment	p:columnToString(R)String	p:columnsToString(List<R>)String	p:expression=MergeSegments	p:formatParam(String,Object)String	p:inExpression(Object[])ISqlSegment	p:inExpression(Collection<?>)ISqlSegment	p:initNeed()	p:lastSql=SharedString	p:likeValue(boolean,SqlKeyword,R,Object,SqlLike)Children	p:maybeDo(boolean,AbstractWrapper$DoSomething)Children	p:not(boolean)Children	p:paramAlias=SharedString	p:paramNameSeq=AtomicInteger	p:paramNameValuePairs=Map<String,Object>	p:sqlComment=SharedString	p:sqlFirst=SharedString	p:typedThis=Children	setEntity(T)Children	setEntityClass(Class<T>)Children	setParamAlias(String)Children	v:apply(boolean,String,Object[])Children	v:exists(boolean,String,Object[])Children	v:groupBy(boolean,R,R[])Children	v:having(boolean,String,Object[])Children	v:in(boolean,R,Object[])Children	v:notExists(boolean,String,Object[])Children	v:notIn(boolean,R,Object[])Children	v:orderBy(boolean,boolean,R,R[])Children	vp:appendSqlSegments(ISqlSegment[])	vp:columnsToString(R[])String	vp:formatSqlMaybeWithParam(String,Object[])String
AbstractWrapper$DoSomething	Is		a:doIt()
ISqlSegment	I	Serializable	a:getSqlSegment()String
SharedString	C	;Serializable	getStringValue()String	new(String)	new()	p:canEqual(Object)boolean	s:emptyString()SharedString	setStringValue(String)SharedString	toEmpty()	toNull()
Wrapper	Ca<T>	;ISqlSegment	a:clear()	a:getEntity()T	a:getExpression()MergeSegments	getCustomSqlSegment()String	getSqlComment()String	getSqlFirst()String	getSqlSelect()String	getSqlSet()String	getTargetSql()String	isEmptyOfEntity()boolean	isEmptyOfNormal()boolean	isEmptyOfWhere()boolean	isNonEmptyOfEntity()boolean	isNonEmptyOfNormal()boolean	isNonEmptyOfWhere()boolean	new()	nonEmptyOfEntity()boolean	nonEmptyOfNormal()boolean	nonEmptyOfWhere()boolean
@com.baomidou.mybatisplus.core.conditions.interfaces
Compare	I<Children,R>	Serializable	a:allEq<V>(boolean,Map<R,V>,boolean)Children	a:allEq<V>(boolean,BiPredicate<R,V>,Map<R,V>,boolean)Children	a:between(boolean,R,Object,Object)Children	a:eq(boolean,R,Object)Children	a:ge(boolean,R,Object)Children	a:gt(boolean,R,Object)Children	a:le(boolean,R,Object)Children	a:like(boolean,R,Object)Children	a:likeLeft(boolean,R,Object)Children	a:likeRight(boolean,R,Object)Children	a:lt(boolean,R,Object)Children	a:ne(boolean,R,Object)Children	a:notBetween(boolean,R,Object,Object)Children	a:notLike(boolean,R,Object)Children	a:notLikeLeft(boolean,R,Object)Children	a:notLikeRight(boolean,R,Object)Children	d:allEq<V>(Map<R,V>)Children	d:allEq<V>(Map<R,V>,boolean)Children	d:allEq<V>(BiPredicate<R,V>,Map<R,V>)Children	d:allEq<V>(BiPredicate<R,V>,Map<R,V>,boolean)Children	d:between(R,Object,Object)Children	d:eq(R,Object)Children	d:ge(R,Object)Children	d:gt(R,Object)Children	d:le(R,Object)Children	d:like(R,Object)Children	d:likeLeft(R,Object)Children	d:likeRight(R,Object)Children	d:lt(R,Object)Children	d:ne(R,Object)Children	d:notBetween(R,Object,Object)Children	d:notLike(R,Object)Children	d:notLikeLeft(R,Object)Children	d:notLikeRight(R,Object)Children
Func	I<Children,R>	Serializable	a:eqSql(boolean,R,String)Children	a:func(boolean,Consumer<Children>)Children	a:geSql(boolean,R,String)Children	a:groupBy(boolean,List<R>)Children	a:groupBy(boolean,R)Children	a:groupBy(boolean,R,List<R>)Children	a:gtSql(boolean,R,String)Children	a:in(boolean,R,Collection<?>)Children	a:inSql(boolean,R,String)Children	a:isNotNull(boolean,R)Children	a:isNull(boolean,R)Children	a:leSql(boolean,R,String)Children	a:ltSql(boolean,R,String)Children	a:notIn(boolean,R,Collection<?>)Children	a:notInSql(boolean,R,String)Children	a:orderBy(boolean,boolean,List<R>)Children	a:orderBy(boolean,boolean,R)Children	a:orderBy(boolean,boolean,R,List<R>)Children	av:groupBy(boolean,R,R[])Children	av:having(boolean,String,Object[])Children	av:in(boolean,R,Object[])Children	av:notIn(boolean,R,Object[])Children	av:orderBy(boolean,boolean,R,R[])Children	d:eqSql(R,String)Children	d:func(Consumer<Children>)Children	d:geSql(R,String)Children	d:groupBy(List<R>)Children	d:groupBy(R)Children	d:gtSql(R,String)Children	d:in(R,Collection<?>)Children	d:inSql(R,String)Children	d:isNotNull(R)Children	d:isNull(R)Children	d:leSql(R,String)Children	d:ltSql(R,String)Children	d:notIn(R,Collection<?>)Children	d:notInSql(R,String)Children	d:orderByAsc(List<R>)Children	d:orderByAsc(R)Children	d:orderByAsc(boolean,List<R>)Children	d:orderByAsc(boolean,R)Children	d:orderByAsc(boolean,R,List<R>)Children	d:orderByDesc(List<R>)Children	d:orderByDesc(R)Children	d:orderByDesc(boolean,List<R>)Children	d:orderByDesc(boolean,R)Children	d:orderByDesc(boolean,R,List<R>)Children	dv:groupBy(R,R[])Children	dv:having(String,Object[])Children	dv:in(R,Object[])Children	dv:notIn(R,Object[])Children	dv:orderByAsc(R,R[])Children	dv:orderByAsc(boolean,R,R[])Children	dv:orderByDesc(R,R[])Children	dv:orderByDesc(boolean,R,R[])Children
Join	I<Children>	Serializable	a:comment(boolean,String)Children	a:first(boolean,String)Children	a:last(boolean,String)Children	a:or(boolean)Children	av:apply(boolean,String,Object[])Children	av:exists(boolean,String,Object[])Children	av:notExists(boolean,String,Object[])Children	d:comment(String)Children	d:first(String)Children	d:last(String)Children	d:or()Children	dv:apply(String,Object[])Children	dv:exists(String,Object[])Children	dv:notExists(String,Object[])Children
Nested	I<Param,Children>	Serializable	a:and(boolean,Consumer<Param>)Children	a:nested(boolean,Consumer<Param>)Children	a:not(boolean,Consumer<Param>)Children	a:or(boolean,Consumer<Param>)Children	d:and(Consumer<Param>)Children	d:nested(Consumer<Param>)Children	d:not(Consumer<Param>)Children	d:or(Consumer<Param>)Children
@com.baomidou.mybatisplus.core.conditions.query
LambdaQueryWrapper	C<T>	AbstractLambdaWrapper<T,LambdaQueryWrapper<T>>;Query<LambdaQueryWrapper<T>,T,SFunction<T,?>>	clear()	getSqlSelect()String	new(Class<T>)	new()	new(T)	p:doSelect(boolean,List<SFunction<T,?>>)LambdaQueryWrapper<T>	p:instance()LambdaQueryWrapper<T>	select(Class<T>,Predicate<TableFieldInfo>)LambdaQueryWrapper<T>	select(boolean,List<SFunction<T,?>>)LambdaQueryWrapper<T>	v:select(SFunction<T,?>[])LambdaQueryWrapper<T>	v:select(boolean,SFunction<T,?>[])LambdaQueryWrapper<T>
Query	I<Children,T,R>	Serializable	a:getSqlSelect()String	a:select(Class<T>,Predicate<TableFieldInfo>)Children	a:select(boolean,List<R>)Children	d:select(List<R>)Children	d:select(Predicate<TableFieldInfo>)Children	dv:select(R[])Children	dv:select(boolean,R[])Children
QueryWrapper	C<T>	AbstractWrapper<T,String,QueryWrapper<T>>;Query<QueryWrapper<T>,T,String>	checkSqlInjection()QueryWrapper<T>	clear()	getSqlSelect()String	lambda()LambdaQueryWrapper<T>	new(Class<T>)	new()	new(T)	p:columnToString(String)String	p:instance()QueryWrapper<T>	p:sqlSelect=SharedString	select(Class<T>,Predicate<TableFieldInfo>)QueryWrapper<T>	select(boolean,List<String>)QueryWrapper<T>	v:new(T,String[])
@com.baomidou.mybatisplus.core.conditions.update
LambdaUpdateWrapper	C<T>	AbstractLambdaWrapper<T,LambdaUpdateWrapper<T>>;Update<LambdaUpdateWrapper<T>,SFunction<T,?>>	clear()	getSqlSet()String	new(Class<T>)	new()	new(T)	p:instance()LambdaUpdateWrapper<T>	set(boolean,SFunction<T,?>,Object,String)LambdaUpdateWrapper<T>	setDecrBy(boolean,SFunction<T,?>,Number)LambdaUpdateWrapper<T>	setIncrBy(boolean,SFunction<T,?>,Number)LambdaUpdateWrapper<T>	v:setSql(boolean,String,Object[])LambdaUpdateWrapper<T>
Update	I<Children,R>	Serializable	a:getSqlSet()String	a:set(boolean,R,Object,String)Children	a:setDecrBy(boolean,R,Number)Children	a:setIncrBy(boolean,R,Number)Children	av:setSql(boolean,String,Object[])Children	d:set(R,Object)Children	d:set(R,Object,String)Children	d:set(boolean,R,Object)Children	d:setDecrBy(R,Number)Children	d:setIncrBy(R,Number)Children	dv:setSql(String,Object[])Children
UpdateWrapper	C<T>	AbstractWrapper<T,String,UpdateWrapper<T>>;Update<UpdateWrapper<T>,String>	checkSqlInjection()UpdateWrapper<T>	clear()	getSqlSet()String	lambda()LambdaUpdateWrapper<T>	new()	new(T)	p:columnToString(String)String	p:instance()UpdateWrapper<T>	set(boolean,String,Object,String)UpdateWrapper<T>	setDecrBy(boolean,String,Number)UpdateWrapper<T>	setIncrBy(boolean,String,Number)UpdateWrapper<T>	v:setSql(boolean,String,Object[])UpdateWrapper<T>
@com.baomidou.mybatisplus.core.mapper
BaseMapper	I<T>	Mapper<T>	a:delete(Wrapper<T>)int	a:deleteById(T)int	a:insert(T)int	a:selectById(Serializable)T	a:selectByIds(Collection<+Serializable>)List<T>	a:selectByIds(Collection<+Serializable>,ResultHandler<T>)	a:selectCount(Wrapper<T>)Long	a:selectList(Wrapper<T>)List<T>	a:selectList(Wrapper<T>,ResultHandler<T>)	a:selectList(IPage<T>,Wrapper<T>)List<T>	a:selectList(IPage<T>,Wrapper<T>,ResultHandler<T>)	a:selectMaps(Wrapper<T>)List<Map<String,Object>>	a:selectMaps(Wrapper<T>,ResultHandler<Map<String,Object>>)	a:selectMaps(IPage<+Map<String,Object>>,Wrapper<T>)List<Map<String,Object>>	a:selectMaps(IPage<+Map<String,Object>>,Wrapper<T>,ResultHandler<Map<String,Object>>)	a:selectObjs<E>(Wrapper<T>)List<E>	a:selectObjs<E>(Wrapper<T>,ResultHandler<E>)	a:update(T,Wrapper<T>)int	a:updateById(T)int	d:deleteBatchIds(Collection<?>)int	d:deleteById(Serializable)int	d:deleteById(Object,boolean)int	d:deleteByIds(Collection<?>)int	d:deleteByIds(Collection<?>,boolean)int	d:deleteByMap(Map<String,Object>)int	d:exists(Wrapper<T>)boolean	d:insert(Collection<T>)List<BatchResult>	d:insert(Collection<T>,int)List<BatchResult>	d:insertOrUpdate(Collection<T>)List<BatchResult>	d:insertOrUpdate(Collection<T>,BiPredicate<BatchSqlSession,T>)List<BatchResult>	d:insertOrUpdate(Collection<T>,BiPredicate<BatchSqlSession,T>,int)List<BatchResult>	d:insertOrUpdate(Collection<T>,int)List<BatchResult>	d:insertOrUpdate(T)boolean	d:selectBatchIds(Collection<+Serializable>)List<T>	d:selectBatchIds(Collection<+Serializable>,ResultHandler<T>)	d:selectByMap(Map<String,Object>)List<T>	d:selectByMap(Map<String,Object>,ResultHandler<T>)	d:selectMapsPage<P:IPage<Map<String,Object>>>(P,Wrapper<T>)P	d:selectOne(Wrapper<T>)T	d:selectOne(Wrapper<T>,boolean)T	d:selectPage<P:IPage<T>>(P,Wrapper<T>)P	d:update(Wrapper<T>)int	d:updateById(Collection<T>)List<BatchResult>	d:updateById(Collection<T>,int)List<BatchResult>
Mapper	I<T>	
@com.baomidou.mybatisplus.core.metadata
IPage	I<T>	Serializable	a:getCurrent()long	a:getRecords()List<T>	a:getSize()long	a:getTotal()long	a:orders()List<OrderItem>	a:setCurrent(long)IPage<T>	a:setRecords(List<T>)IPage<T>	a:setSize(long)IPage<T>	a:setTotal(long)IPage<T>	d:convert<R>(Function<-T,+R>)IPage<R>	d:countId()String	d:getPages()long	d:maxLimit()Long	d:offset()long	d:optimizeCountSql()boolean	d:optimizeJoinOfCountSql()boolean	d:searchCount()boolean	d:setPages(long)IPage<T>
MapperProxyMetadata	C		getMapperInterface()Class<?>	getSqlSession()SqlSession	new(MetaObject)
OrderFieldInfo	C		getColumn()String	getSort()short	getType()String	new(String,boolean,short)	p:canEqual(Object)boolean	setColumn(String)	setSort(short)	setType(String)
OrderItem	C	;Serializable	getColumn()String	isAsc()boolean	new()	s:asc(String)OrderItem	s:desc(String)OrderItem	setAsc(boolean)OrderItem	setColumn(String)OrderItem	sv:ascs(String[])List<OrderItem>	sv:descs(String[])List<OrderItem>
TableFieldInfo	C	;Constants	getColumn()String	getCondition()String	getEl()String	getField()Field	getFieldFill()FieldFill	getInsertSqlColumn()String	getInsertSqlColumnMaybeIf(String)String	getInsertSqlProperty(String)String	getInsertSqlPropertyMaybeIf(String)String	getInsertStrategy()FieldStrategy	getJdbcType()JdbcType	getLogicDeleteValue()String	getLogicNotDeleteValue()String	getMapping()String	getOrderBySort()short	getOrderByType()String	getProperty()String	getPropertyType()Class<?>	getSqlSelect()String	getSqlSet(String)String	getSqlSet(boolean,String)String	getSqlWhere(String)String	getTypeHandler()Class<+TypeHandler<?>>	getUpdate()String	getUpdateStrategy()FieldStrategy	getVersionOli(String,String)String	getWhereStrategy()FieldStrategy	isCharSequence()boolean	isLogicDelete()boolean	isOrderBy()boolean	isPrimitive()boolean	isSelect()boolean	isVersion()boolean	isWithInsertFill()boolean	isWithUpdateFill()boolean	new(GlobalConfig,TableInfo,Field,TableField,Reflector,boolean)	new(GlobalConfig,TableInfo,Field,TableField,Reflector,boolean,boolean)	new(GlobalConfig,TableInfo,Field,Reflector,boolean)	new(GlobalConfig,TableInfo,Field,Reflector,boolean,boolean)	p:canEqual(Object)boolean
TableInfo	C	;Constants	chooseSelect(Predicate<TableFieldInfo>)String	chooseSelect(Predicate<TableFieldInfo>,List<String>)String	getAllInsertSqlColumnMaybeIf(String)String	getAllInsertSqlColumnMaybeIf(String,boolean)String	getAllInsertSqlPropertyMaybeIf(String)String	getAllInsertSqlPropertyMaybeIf(String,boolean)String	getAllSqlSelect()String	getAllSqlSet(boolean,String)String	getAllSqlWhere(boolean,boolean,boolean,String)String	getConfiguration()Configuration	getCurrentNamespace()String	getEntityType()Class<?>	getFieldList()List<TableFieldInfo>	getIdType()IdType	getKeyColumn()String	getKeyInsertSqlColumn(boolean,String,boolean)String	getKeyInsertSqlProperty(boolean,String,boolean)String	getKeyProperty()String	getKeySequence()KeySequence	getKeySqlSelect()String	getKeyType()Class<?>	getLogicDeleteFieldInfo()TableFieldInfo	getLogicDeleteSql(boolean,boolean)String	getOrderByFields()List<OrderFieldInfo>	getPropertyValue(Object,String)Object	getReflector()Reflector	getResultMap()String	getSqlStatement(String)String	getTableName()String	getVersionFieldInfo()TableFieldInfo	havePK()boolean	isAutoInitResultMap()boolean	isKeyRelated()boolean	isLogicDelete()boolean	isUnderCamel()boolean	isWithInsertFill()boolean	isWithLogicDelete()boolean	isWithUpdateFill()boolean	isWithVersion()boolean	new(Configuration,Class<?>)	newInstance<T>()T	p:canEqual(Object)boolean	p:formatLogicDeleteSql(boolean)String	setOrderByFields(List<OrderFieldInfo>)TableInfo	v:setPropertyValue(Object,String,Object[])
TableInfoHelper	C		new()	s:checkRelated(boolean,String,String)boolean	s:genKeyGenerator(String,TableInfo,MapperBuilderAssistant)KeyGenerator	s:getAllFields(Class<?>)List<Field>	s:getAllFields(Class<?>,AnnotationHandler)List<Field>	s:getTableInfo(Class<?>)TableInfo	s:getTableInfo(String)TableInfo	s:getTableInfos()List<TableInfo>	s:initTableInfo(MapperBuilderAssistant,Class<?>)TableInfo	s:isExistOrderBy(Class<?>,List<Field>)boolean	s:isExistOrderBy(List<Field>,AnnotationHandler)boolean	s:isExistTableId(Class<?>,List<Field>)boolean	s:isExistTableId(List<Field>,AnnotationHandler)boolean	s:isExistTableLogic(Class<?>,List<Field>)boolean	s:isExistTableLogic(List<Field>,AnnotationHandler)boolean	s:remove(Class<?>)
@com.baomidou.mybatisplus.core.toolkit
Constants	I	StringPool;Serializable	s:AES=String="AES"	s:AES_CBC_CIPHER=String="AES/CBC/PKCS5Padding"	s:ARRAY=String="array"	s:AS=String=" AS "	s:ASC=String="ASC"	s:COLL=String="coll"	s:COLLECTION=String="coll"	s:COLUMN_MAP=String="cm"	s:COLUMN_MAP_IS_EMPTY=String="cm.isEmpty"	s:DEFAULT_BATCH_SIZE=int=1000	s:DESC=String="DESC"	s:ENTITY=String="et"	s:ENTITY_DOT=String="et."	s:LIMIT=String="LIMIT"	s:LIST=String="list"	s:MD5=String="MD5"	s:MP_FILL_ET=String="mpFillEt"	s:MP_OPTLOCK_VERSION_ORIGINAL=String="MP_OPTLOCK_VERSION_ORIGINAL"	s:MYBATIS_PLUS=String="mybatis-plus"	s:ORDER_BY=String="ORDER BY"	s:Q_WRAPPER_SQL_COMMENT=String="ew.sqlComment"	s:Q_WRAPPER_SQL_FIRST=String="ew.sqlFirst"	s:Q_WRAPPER_SQL_SELECT=String="ew.sqlSelect"	s:U_WRAPPER_SQL_SET=String="ew.sqlSet"	s:WHERE=String="WHERE"	s:WRAPPER=String="ew"	s:WRAPPER_DOT=String="ew."	s:WRAPPER_EMPTYOFNORMAL=String="ew.emptyOfNormal"	s:WRAPPER_EMPTYOFWHERE=String="ew.emptyOfWhere"	s:WRAPPER_ENTITY=String="ew.entity"	s:WRAPPER_ENTITY_DOT=String="ew.entity."	s:WRAPPER_EXPRESSION_ORDER=String="ew.useAnnotationOrderBy"	s:WRAPPER_NONEMPTYOFENTITY=String="ew.nonEmptyOfEntity"	s:WRAPPER_NONEMPTYOFNORMAL=String="ew.nonEmptyOfNormal"	s:WRAPPER_NONEMPTYOFWHERE=String="ew.nonEmptyOfWhere"	s:WRAPPER_PARAM=String="MPGENVAL"	s:WRAPPER_PARAM_MIDDLE=String=".paramNameValuePairs."	s:WRAPPER_SQLSEGMENT=String="ew.sqlSegment"
StringPool	I		s:AMPERSAND=String="&"	s:AND=String="and"	s:ASTERISK=String="*"	s:AT=String="@"	s:BACKTICK=String="`"	s:BACK_SLASH=String="\\"	s:BYTES_NEW_LINE=byte[]	s:COLON=String=":"	s:COMMA=String=","	s:CRLF=String="\u000d\u000a"	s:DASH=String="-"	s:DOLLAR=String="$"	s:DOLLAR_LEFT_BRACE=String="${"	s:DOT=String="."	s:DOTDOT=String=".."	s:DOT_CLASS=String=".class"	s:DOT_JAVA=String=".java"	s:DOT_NEWLINE=String=",\u000a"	s:DOT_XML=String=".xml"	s:EMPTY=String=""	s:EMPTY_ARRAY=String[]	s:EQUALS=String="="	s:EXCLAMATION_MARK=String="!"	s:FALSE=String="false"	s:HASH=String="#"	s:HASH_LEFT_BRACE=String="#{"	s:HAT=String="^"	s:HTML_AMP=String="&amp"	s:HTML_GT=String="&gt;"	s:HTML_LT=String="&lt;"	s:HTML_NBSP=String="&nbsp;"	s:HTML_QUOTE=String="&quot;"	s:ISO_8859_1=String="ISO-8859-1"	s:LEFT_BRACE=String="{"	s:LEFT_BRACKET=String="("	s:LEFT_CHEV=String="<"	s:LEFT_SQ_BRACKET=String="["	s:N=String="n"	s:NEWLINE=String="\u000a"	s:NO=String="no"	s:NULL=String="null"	s:NUM=String="NUM"	s:OFF=String="off"	s:ON=String="on"	s:ONE=String="1"	s:PERCENT=String="%"	s:PIPE=String="|"	s:PLUS=String="+"	s:QUESTION_MARK=String="?"	s:QUOTE=String="\""	s:RETURN=String="\u000d"	s:RIGHT_BRACE=String="}"	s:RIGHT_BRACKET=String=")"	s:RIGHT_CHEV=String=">"	s:RIGHT_SQ_BRACKET=String="]"	s:SEMICOLON=String=";"	s:SINGLE_QUOTE=String="'"	s:SLASH=String="/"	s:SPACE=String=" "	s:SQL=String="sql"	s:STAR=String="*"	s:TAB=String="\u0009"	s:TILDA=String="~"	s:TRUE=String="true"	s:UNDERSCORE=String="_"	s:US_ASCII=String="US-ASCII"	s:UTF_8=String="UTF-8"	s:Y=String="y"	s:YES=String="yes"	s:ZERO=String="0"
@com.baomidou.mybatisplus.extension.plugins.pagination
DialectFactory	C		new()	s:getDialect(DbType)IDialect
DialectModel	C		consumers(List<ParameterMapping>,Configuration,Map<String,Object>)	getDialectSql()String	new(String)	new(String,long)	new(String,long,long)	setConsumer(boolean)DialectModel	setConsumer(boolean,Function<List<ParameterMapping>,Integer>)DialectModel	setConsumerChain()DialectModel
Page	C<T>	;IPage<T>	addOrder(List<OrderItem>)Page<T>	countId()String	getCurrent()long	getPages()long	getRecords()List<T>	getSize()long	getTotal()long	hasNext()boolean	hasPrevious()boolean	maxLimit()Long	new()	new(long,long)	new(long,long,boolean)	new(long,long,long)	new(long,long,long,boolean)	optimizeCountSql()boolean	optimizeJoinOfCountSql()boolean	orders()List<OrderItem>	s:of<T>(long,long)Page<T>	s:of<T>(long,long,boolean)Page<T>	s:of<T>(long,long,long)Page<T>	s:of<T>(long,long,long,boolean)Page<T>	searchCount()boolean	setCountId(String)	setCurrent(long)Page<T>	setMaxLimit(Long)	setOptimizeCountSql(boolean)Page<T>	setOptimizeJoinOfCountSql(boolean)	setOrders(List<OrderItem>)	setRecords(List<T>)Page<T>	setSearchCount(boolean)Page<T>	setSize(long)Page<T>	setTotal(long)Page<T>	v:addOrder(OrderItem[])Page<T>
PageDTO	C<T>	Page<T>	getCountId()String	getMaxLimit()Long	getOrders()List<OrderItem>	isOptimizeCountSql()boolean	isOptimizeJoinOfCountSql()boolean	isSearchCount()boolean	new()	new(long,long)	new(long,long,boolean)	new(long,long,long)	new(long,long,long,boolean)	s:of<T>(long,long)Page<T>	s:of<T>(long,long,boolean)Page<T>	s:of<T>(long,long,long)Page<T>	s:of<T>(long,long,long,boolean)Page<T>
@com.zaxxer.hikari
HikariConfig	C	;HikariConfigMXBean	addDataSourceProperty(String,Object)	addHealthCheckProperty(String,String)	copyStateTo(HikariConfig)	getCatalog()String	getConnectionInitSql()String	getConnectionTestQuery()String	getConnectionTimeout()long	getCredentials()Credentials	getDataSource()DataSource	getDataSourceClassName()String	getDataSourceJNDI()String	getDataSourceProperties()Properties	getDriverClassName()String	getExceptionOverride()SQLExceptionOverride	getExceptionOverrideClassName()String	getHealthCheckProperties()Properties	getHealthCheckRegistry()Object	getIdleTimeout()long	getInitializationFailTimeout()long	getJdbcUrl()String	getKeepaliveTime()long	getLeakDetectionThreshold()long	getMaxLifetime()long	getMaximumPoolSize()int	getMetricRegistry()Object	getMetricsTrackerFactory()MetricsTrackerFactory	getMinimumIdle()int	getPassword()String	getPoolName()String	getScheduledExecutor()ScheduledExecutorService	getSchema()String	getThreadFactory()ThreadFactory	getTransactionIsolation()String	getUsername()String	getValidationTimeout()long	isAllowPoolSuspension()boolean	isAutoCommit()boolean	isIsolateInternalQueries()boolean	isReadOnly()boolean	isRegisterMbeans()boolean	new(String)	new(Properties)	new()	setAllowPoolSuspension(boolean)	setAutoCommit(boolean)	setCatalog(String)	setConnectionInitSql(String)	setConnectionTestQuery(String)	setConnectionTimeout(long)	setCredentials(Credentials)	setDataSource(DataSource)	setDataSourceClassName(String)	setDataSourceJNDI(String)	setDataSourceProperties(Properties)	setDriverClassName(String)	setExceptionOverride(SQLExceptionOverride)	setExceptionOverrideClassName(String)	setHealthCheckProperties(Properties)	setHealthCheckRegistry(Object)	setIdleTimeout(long)	setInitializationFailTimeout(long)	setIsolateInternalQueries(boolean)	setJdbcUrl(String)	setKeepaliveTime(long)	setLeakDetectionThreshold(long)	setMaxLifetime(long)	setMaximumPoolSize(int)	setMetricRegistry(Object)	setMetricsTrackerFactory(MetricsTrackerFactory)	setMinimumIdle(int)	setPassword(String)	setPoolName(String)	setReadOnly(boolean)	setRegisterMbeans(boolean)	setScheduledExecutor(ScheduledExecutorService)	setSchema(String)	setThreadFactory(ThreadFactory)	setTransactionIsolation(String)	setUsername(String)	setValidationTimeout(long)	validate()
HikariConfigMXBean	I		a:getCatalog()String	a:getConnectionTimeout()long	a:getIdleTimeout()long	a:getLeakDetectionThreshold()long	a:getMaxLifetime()long	a:getMaximumPoolSize()int	a:getMinimumIdle()int	a:getPoolName()String	a:getValidationTimeout()long	a:setCatalog(String)	a:setConnectionTimeout(long)	a:setCredentials(Credentials)	a:setIdleTimeout(long)	a:setLeakDetectionThreshold(long)	a:setMaxLifetime(long)	a:setMaximumPoolSize(int)	a:setMinimumIdle(int)	a:setPassword(String)	a:setUsername(String)	a:setValidationTimeout(long)
HikariDataSource	C	HikariConfig;DataSource;Closeable	close()	evictConnection(Connection)	getConnection(String,String)Connection	getConnection()Connection	getHikariConfigMXBean()HikariConfigMXBean	getHikariPoolMXBean()HikariPoolMXBean	getLogWriter()PrintWriter	getLoginTimeout()int	getParentLogger()Logger	isClosed()boolean	isRunning()boolean	isWrapperFor(Class<?>)boolean	new(HikariConfig)	new()	setHealthCheckRegistry(Object)	setLogWriter(PrintWriter)	setLoginTimeout(int)	setMetricRegistry(Object)	setMetricsTrackerFactory(MetricsTrackerFactory)	unwrap<T>(Class<T>)T
HikariJNDIFactory	C	;ObjectFactory	getObjectInstance(Object,Name,Context,Hashtable<?,?>)Object	new()
HikariPoolMXBean	I		a:getActiveConnections()int	a:getIdleConnections()int	a:getThreadsAwaitingConnection()int	a:getTotalConnections()int	a:resumePool()	a:softEvictConnections()	a:suspendPool()
SQLExceptionOverride	I		d:adjudicate(SQLException)SQLExceptionOverride$Override
SQLExceptionOverride$Override	Efs	Enum<SQLExceptionOverride$Override>	e:CONTINUE_EVICT=SQLExceptionOverride$Override	e:DO_NOT_EVICT=SQLExceptionOverride$Override	e:MUST_EVICT=SQLExceptionOverride$Override	s:valueOf(String)SQLExceptionOverride$Override	s:values()SQLExceptionOverride$Override[]
@org.apache.ibatis.annotations
Arg	A	Annotation	a:column()String	a:columnPrefix()String	a:id()boolean	a:javaType()Class<?>	a:jdbcType()JdbcType	a:name()String	a:resultMap()String	a:select()String	a:typeHandler()Class<+TypeHandler>
AutomapConstructor	A	Annotation
CacheNamespace	A	Annotation	a:blocking()boolean	a:eviction()Class<+org.apache.ibatis.cache.Cache>	a:flushInterval()long	a:implementation()Class<+org.apache.ibatis.cache.Cache>	a:properties()Property[]	a:readWrite()boolean	a:size()int
CacheNamespaceRef	A	Annotation	a:name()String	a:value()Class<?>
Case	A	Annotation	a:constructArgs()Arg[]	a:results()Result[]	a:type()Class<?>	a:value()String
ConstructorArgs	A	Annotation	a:value()Arg[]
Delete	A	Annotation	a:databaseId()String	a:value()String[]
Delete$List	As	Annotation	a:value()Delete[]
DeleteProvider	A	Annotation	a:databaseId()String	a:method()String	a:type()Class<?>	a:value()Class<?>
DeleteProvider$List	As	Annotation	a:value()DeleteProvider[]
Flush	A	Annotation
Insert	A	Annotation	a:databaseId()String	a:value()String[]
Insert$List	As	Annotation	a:value()Insert[]
InsertProvider	A	Annotation	a:databaseId()String	a:method()String	a:type()Class<?>	a:value()Class<?>
InsertProvider$List	As	Annotation	a:value()InsertProvider[]
Lang	A	Annotation	a:value()Class<+LanguageDriver>
Many	A	Annotation	a:columnPrefix()String	a:fetchType()org.apache.ibatis.mapping.FetchType	a:resultMap()String	a:select()String
MapKey	A	Annotation	a:value()String
Mapper	A	Annotation
One	A	Annotation	a:columnPrefix()String	a:fetchType()org.apache.ibatis.mapping.FetchType	a:resultMap()String	a:select()String
Options	A	Annotation	a:databaseId()String	a:fetchSize()int	a:flushCache()Options$FlushCachePolicy	a:keyColumn()String	a:keyProperty()String	a:resultSetType()ResultSetType	a:resultSets()String	a:statementType()StatementType	a:timeout()int	a:useCache()boolean	a:useGeneratedKeys()boolean
Options$FlushCachePolicy	Efs	Enum<Options$FlushCachePolicy>	e:DEFAULT=Options$FlushCachePolicy	e:TRUE=Options$FlushCachePolicy	e:FALSE=Options$FlushCachePolicy	s:valueOf(String)Options$FlushCachePolicy	s:values()Options$FlushCachePolicy[]
Options$List	As	Annotation	a:value()Options[]
Param	A	Annotation	a:value()String
Property	A	Annotation	a:name()String	a:value()String
Result	A	Annotation	a:column()String	a:id()boolean	a:javaType()Class<?>	a:jdbcType()JdbcType	a:many()Many	a:one()One	a:property()String	a:typeHandler()Class<+TypeHandler>
ResultMap	A	Annotation	a:value()String[]
ResultType	A	Annotation	a:value()Class<?>
Results	A	Annotation	a:id()String	a:value()Result[]
Select	A	Annotation	a:affectData()boolean	a:databaseId()String	a:value()String[]
Select$List	As	Annotation	a:value()Select[]
SelectKey	A	Annotation	a:before()boolean	a:databaseId()String	a:keyColumn()String	a:keyProperty()String	a:resultType()Class<?>	a:statement()String[]	a:statementType()StatementType
SelectKey$List	As	Annotation	a:value()SelectKey[]
SelectProvider	A	Annotation	a:affectData()boolean	a:databaseId()String	a:method()String	a:type()Class<?>	a:value()Class<?>
SelectProvider$List	As	Annotation	a:value()SelectProvider[]
TypeDiscriminator	A	Annotation	a:cases()Case[]	a:column()String	a:javaType()Class<?>	a:jdbcType()JdbcType	a:typeHandler()Class<+TypeHandler>
Update	A	Annotation	a:databaseId()String	a:value()String[]
Update$List	As	Annotation	a:value()org.apache.ibatis.annotations.Update[]
UpdateProvider	A	Annotation	a:databaseId()String	a:method()String	a:type()Class<?>	a:value()Class<?>
UpdateProvider$List	As	Annotation	a:value()UpdateProvider[]
@org.apache.ibatis.exceptions
IbatisException	C	RuntimeException	new(String)	new(String,Throwable)	new(Throwable)	new()
PersistenceException	C	IbatisException	new(String)	new(String,Throwable)	new(Throwable)	new()
@org.apache.ibatis.session
AutoMappingBehavior	Ef	Enum<AutoMappingBehavior>	e:NONE=AutoMappingBehavior	e:PARTIAL=AutoMappingBehavior	e:FULL=AutoMappingBehavior	s:valueOf(String)AutoMappingBehavior	s:values()AutoMappingBehavior[]
AutoMappingUnknownColumnBehavior	E	Enum<AutoMappingUnknownColumnBehavior>	e:NONE=AutoMappingUnknownColumnBehavior	e:WARNING=AutoMappingUnknownColumnBehavior	e:FAILING=AutoMappingUnknownColumnBehavior	a:doAction(MappedStatement,String,String,Class<?>)	s:valueOf(String)AutoMappingUnknownColumnBehavior	s:values()AutoMappingUnknownColumnBehavior[]
Configuration	C		addCache(org.apache.ibatis.cache.Cache)	addCacheRef(String,String)	addIncompleteCacheRef(CacheRefResolver)	addIncompleteMethod(MethodResolver)	addIncompleteResultMap(ResultMapResolver)	addIncompleteStatement(XMLStatementBuilder)	addInterceptor(Interceptor)	addKeyGenerator(String,KeyGenerator)	addLoadedResource(String)	addMappedStatement(MappedStatement)	addMapper<T>(Class<T>)	addMappers(String)	addMappers(String,Class<?>)	addParameterMap(ParameterMap)	addResultMap(ResultMap)	getAutoMappingBehavior()AutoMappingBehavior	getAutoMappingUnknownColumnBehavior()AutoMappingUnknownColumnBehavior	getCache(String)org.apache.ibatis.cache.Cache	getCacheNames()Collection<String>	getCaches()Collection<org.apache.ibatis.cache.Cache>	getConfigurationFactory()Class<?>	getDatabaseId()String	getDefaultExecutorType()ExecutorType	getDefaultFetchSize()Integer	getDefaultResultSetType()ResultSetType	getDefaultScriptingLanguageInstance()LanguageDriver	getDefaultScriptingLanuageInstance()LanguageDriver	getDefaultSqlProviderType()Class<?>	getDefaultStatementTimeout()Integer	getEnvironment()Environment	getIncompleteCacheRefs()Collection<CacheRefResolver>	getIncompleteMethods()Collection<MethodResolver>	getIncompleteResultMaps()Collection<ResultMapResolver>	getIncompleteStatements()Collection<XMLStatementBuilder>	getInterceptors()List<Interceptor>	getJdbcTypeForNull()JdbcType	getKeyGenerator(String)KeyGenerator	getKeyGeneratorNames()Collection<String>	getKeyGenerators()Collection<KeyGenerator>	getLanguageDriver(Class<+LanguageDriver>)LanguageDriver	getLanguageRegistry()LanguageDriverRegistry	getLazyLoadTriggerMethods()Set<String>	getLocalCacheScope()LocalCacheScope	getLogImpl()Class<+Log>	getLogPrefix()String	getMappedStatement(String)MappedStatement	getMappedStatement(String,boolean)MappedStatement	getMappedStatementNames()Collection<String>	getMappedStatements()Collection<MappedStatement>	getMapper<T>(Class<T>,SqlSession)T	getMapperRegistry()MapperRegistry	getObjectFactory()org.apache.ibatis.reflection.factory.ObjectFactory	getObjectWrapperFactory()ObjectWrapperFactory	getParameterMap(String)ParameterMap	getParameterMapNames()Collection<String>	getParameterMaps()Collection<ParameterMap>	getProxyFactory()ProxyFactory	getReflectorFactory()ReflectorFactory	getResultMap(String)ResultMap	getResultMapNames()Collection<String>	getResultMaps()Collection<ResultMap>	getSqlFragments()Map<String,XNode>	getTypeAliasRegistry()TypeAliasRegistry	getTypeHandlerRegistry()TypeHandlerRegistry	getVariables()Properties	getVfsImpl()Class<+VFS>	hasCache(String)boolean	hasKeyGenerator(String)boolean	hasMapper(Class<?>)boolean	hasParameterMap(String)boolean	hasResultMap(String)boolean	hasStatement(String)boolean	hasStatement(String,boolean)boolean	isAggressiveLazyLoading()boolean	isArgNameBasedConstructorAutoMapping()boolean	isCacheEnabled()boolean	isCallSettersOnNulls()boolean	isLazyLoadingEnabled()boolean	isMapUnderscoreToCamelCase()boolean	isMultipleResultSetsEnabled()boolean	isNullableOnForEach()boolean	isResourceLoaded(String)boolean	isReturnInstanceForEmptyRow()boolean	isSafeResultHandlerEnabled()boolean	isSafeRowBoundsEnabled()boolean	isShrinkWhitespacesInSql()boolean	isUseActualParamName()boolean	isUseColumnLabel()boolean	isUseGeneratedKeys()boolean	new(Environment)	new()	newExecutor(Transaction)Executor	newExecutor(Transaction,ExecutorType)Executor	newMetaObject(Object)MetaObject	newParameterHandler(MappedStatement,Object,BoundSql)ParameterHandler	newResultSetHandler(Executor,MappedStatement,RowBounds,ParameterHandler,ResultHandler,BoundSql)ResultSetHandler	newStatementHandler(Executor,MappedStatement,Object,RowBounds,ResultHandler,BoundSql)StatementHandler	p:aggressiveLazyLoading=boolean	p:argNameBasedConstructorAutoMapping=boolean	p:autoMappingBehavior=AutoMappingBehavior	p:autoMappingUnknownColumnBehavior=AutoMappingUnknownColumnBehavior	p:buildAllStatements()	p:cacheEnabled=boolean	p:cacheRefMap=Map<String,String>	p:caches=Map<String,org.apache.ibatis.cache.Cache>	p:callSettersOnNulls=boolean	p:checkGloballyForDiscriminatedNestedResultMaps(ResultMap)	p:checkLocallyForDiscriminatedNestedResultMaps(ResultMap)	p:configurationFactory=Class<?>	p:databaseId=String	p:defaultExecutorType=ExecutorType	p:defaultFetchSize=Integer	p:defaultResultSetType=ResultSetType	p:defaultSqlProviderType=Class<?>	p:defaultStatementTimeout=Integer	p:environment=Environment	p:extractNamespace(String)String	p:incompleteCacheRefs=Collection<CacheRefResolver>	p:incompleteMethods=Collection<MethodResolver>	p:incompleteResultMaps=Collection<ResultMapResolver>	p:incompleteStatements=Collection<XMLStatementBuilder>	p:interceptorChain=InterceptorChain	p:jdbcTypeForNull=JdbcType	p:keyGenerators=Map<String,KeyGenerator>	p:languageRegistry=LanguageDriverRegistry	p:lazyLoadTriggerMethods=Set<String>	p:lazyLoadingEnabled=boolean	p:loadedResources=Set<String>	p:localCacheScope=LocalCacheScope	p:logImpl=Class<+Log>	p:logPrefix=String	p:mapUnderscoreToCamelCase=boolean	p:mappedStatements=Map<String,MappedStatement>	p:mapperRegistry=MapperRegistry	p:nullableOnForEach=boolean	p:objectFactory=org.apache.ibatis.reflection.factory.ObjectFactory	p:objectWrapperFactory=ObjectWrapperFactory	p:parameterMaps=Map<String,ParameterMap>	p:proxyFactory=ProxyFactory	p:reflectorFactory=ReflectorFactory	p:resultMaps=Map<String,ResultMap>	p:returnInstanceForEmptyRow=boolean	p:safeResultHandlerEnabled=boolean	p:safeRowBoundsEnabled=boolean	p:shrinkWhitespacesInSql=boolean	p:sqlFragments=Map<String,XNode>	p:typeAliasRegistry=TypeAliasRegistry	p:typeHandlerRegistry=TypeHandlerRegistry	p:useActualParamName=boolean	p:useColumnLabel=boolean	p:useGeneratedKeys=boolean	p:variables=Properties	p:vfsImpl=Class<+VFS>	parsePendingCacheRefs(boolean)	parsePendingMethods(boolean)	parsePendingResultMaps(boolean)	parsePendingStatements(boolean)	setAggressiveLazyLoading(boolean)	setArgNameBasedConstructorAutoMapping(boolean)	setAutoMappingBehavior(AutoMappingBehavior)	setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior)	setCacheEnabled(boolean)	setCallSettersOnNulls(boolean)	setConfigurationFactory(Class<?>)	setDatabaseId(String)	setDefaultEnumTypeHandler(Class<+TypeHandler>)	setDefaultExecutorType(ExecutorType)	setDefaultFetchSize(Integer)	setDefaultResultSetType(ResultSetType)	setDefaultScriptingLanguage(Class<+LanguageDriver>)	setDefaultSqlProviderType(Class<?>)	setDefaultStatementTimeout(Integer)	setEnvironment(Environment)	setJdbcTypeForNull(JdbcType)	setLazyLoadTriggerMethods(Set<String>)	setLazyLoadingEnabled(boolean)	setLocalCacheScope(LocalCacheScope)	setLogImpl(Class<+Log>)	setLogPrefix(String)	setMapUnderscoreToCamelCase(boolean)	setMultipleResultSetsEnabled(boolean)	setNullableOnForEach(boolean)	setObjectFactory(org.apache.ibatis.reflection.factory.ObjectFactory)	setObjectWrapperFactory(ObjectWrapperFactory)	setProxyFactory(ProxyFactory)	setReflectorFactory(ReflectorFactory)	setReturnInstanceForEmptyRow(boolean)	setSafeResultHandlerEnabled(boolean)	setSafeRowBoundsEnabled(boolean)	setShrinkWhitespacesInSql(boolean)	setUseActualParamName(boolean)	setUseColumnLabel(boolean)	setUseGeneratedKeys(boolean)	setVariables(Properties)	setVfsImpl(Class<+VFS>)
Configuration$StrictMap	Cs<V>	ConcurrentHashMap<String,V>	conflictMessageProducer(BiFunction<V,V,String>)Configuration$StrictMap<V>	containsKey(Object)boolean	get(Object)V	new(String)	new(String,Map<String,+V>)	new(String,int)	new(String,int,float)	put(String,V)V
Configuration$StrictMap$Ambiguity	Cs		getSubject()String	new(String)
ExecutorType	Ef	Enum<ExecutorType>	e:SIMPLE=ExecutorType	e:REUSE=ExecutorType	e:BATCH=ExecutorType	s:valueOf(String)ExecutorType	s:values()ExecutorType[]
LocalCacheScope	Ef	Enum<LocalCacheScope>	e:SESSION=LocalCacheScope	e:STATEMENT=LocalCacheScope	s:valueOf(String)LocalCacheScope	s:values()LocalCacheScope[]
ResultContext	I<T>		a:getResultCount()int	a:getResultObject()T	a:isStopped()boolean	a:stop()
ResultHandler	I<T>		a:handleResult(ResultContext<+T>)
RowBounds	C		getLimit()int	getOffset()int	new()	new(int,int)	s:DEFAULT=RowBounds	s:NO_ROW_LIMIT=int=2147483647	s:NO_ROW_OFFSET=int=0
SqlSession	I	Closeable	a:clearCache()	a:close()	a:commit()	a:commit(boolean)	a:delete(String)int	a:delete(String,Object)int	a:flushStatements()List<BatchResult>	a:getConfiguration()Configuration	a:getConnection()Connection	a:getMapper<T>(Class<T>)T	a:insert(String)int	a:insert(String,Object)int	a:rollback()	a:rollback(boolean)	a:select(String,Object,ResultHandler)	a:select(String,Object,RowBounds,ResultHandler)	a:select(String,ResultHandler)	a:selectCursor<T>(String)Cursor<T>	a:selectCursor<T>(String,Object)Cursor<T>	a:selectCursor<T>(String,Object,RowBounds)Cursor<T>	a:selectList<E>(String)List<E>	a:selectList<E>(String,Object)List<E>	a:selectList<E>(String,Object,RowBounds)List<E>	a:selectMap<K,V>(String,Object,String)Map<K,V>	a:selectMap<K,V>(String,Object,String,RowBounds)Map<K,V>	a:selectMap<K,V>(String,String)Map<K,V>	a:selectOne<T>(String)T	a:selectOne<T>(String,Object)T	a:update(String)int	a:update(String,Object)int
SqlSessionException	C	org.apache.ibatis.exceptions.PersistenceException	new(String)	new(String,Throwable)	new(Throwable)	new()
SqlSessionFactory	I		a:getConfiguration()Configuration	a:openSession(Connection)SqlSession	a:openSession(ExecutorType)SqlSession	a:openSession(ExecutorType,Connection)SqlSession	a:openSession(ExecutorType,TransactionIsolationLevel)SqlSession	a:openSession(ExecutorType,boolean)SqlSession	a:openSession(TransactionIsolationLevel)SqlSession	a:openSession()SqlSession	a:openSession(boolean)SqlSession
SqlSessionFactoryBuilder	C		build(InputStream)SqlSessionFactory	build(InputStream,String)SqlSessionFactory	build(InputStream,String,Properties)SqlSessionFactory	build(InputStream,Properties)SqlSessionFactory	build(Reader)SqlSessionFactory	build(Reader,String)SqlSessionFactory	build(Reader,String,Properties)SqlSessionFactory	build(Reader,Properties)SqlSessionFactory	build(Configuration)SqlSessionFactory	new()
SqlSessionManager	C	;SqlSessionFactory;SqlSession	clearCache()	close()	commit()	commit(boolean)	delete(String)int	delete(String,Object)int	flushStatements()List<BatchResult>	getConfiguration()Configuration	getConnection()Connection	getMapper<T>(Class<T>)T	insert(String)int	insert(String,Object)int	isManagedSessionStarted()boolean	openSession(Connection)SqlSession	openSession(ExecutorType)SqlSession	openSession(ExecutorType,Connection)SqlSession	openSession(ExecutorType,TransactionIsolationLevel)SqlSession	openSession(ExecutorType,boolean)SqlSession	openSession(TransactionIsolationLevel)SqlSession	openSession()SqlSession	openSession(boolean)SqlSession	rollback()	rollback(boolean)	s:newInstance(InputStream)SqlSessionManager	s:newInstance(InputStream,String)SqlSessionManager	s:newInstance(InputStream,Properties)SqlSessionManager	s:newInstance(Reader)SqlSessionManager	s:newInstance(Reader,String)SqlSessionManager	s:newInstance(Reader,Properties)SqlSessionManager	s:newInstance(SqlSessionFactory)SqlSessionManager	select(String,Object,ResultHandler)	select(String,Object,RowBounds,ResultHandler)	select(String,ResultHandler)	selectCursor<T>(String)Cursor<T>	selectCursor<T>(String,Object)Cursor<T>	selectCursor<T>(String,Object,RowBounds)Cursor<T>	selectList<E>(String)List<E>	selectList<E>(String,Object)List<E>	selectList<E>(String,Object,RowBounds)List<E>	selectMap<K,V>(String,Object,String)Map<K,V>	selectMap<K,V>(String,Object,String,RowBounds)Map<K,V>	selectMap<K,V>(String,String)Map<K,V>	selectOne<T>(String)T	selectOne<T>(String,Object)T	startManagedSession(Connection)	startManagedSession(ExecutorType)	startManagedSession(ExecutorType,Connection)	startManagedSession(ExecutorType,TransactionIsolationLevel)	startManagedSession(ExecutorType,boolean)	startManagedSession(TransactionIsolationLevel)	startManagedSession()	startManagedSession(boolean)	update(String)int	update(String,Object)int
TransactionIsolationLevel	Ef	Enum<TransactionIsolationLevel>	e:NONE=TransactionIsolationLevel	e:READ_COMMITTED=TransactionIsolationLevel	e:READ_UNCOMMITTED=TransactionIsolationLevel	e:REPEATABLE_READ=TransactionIsolationLevel	e:SERIALIZABLE=TransactionIsolationLevel	e:SQL_SERVER_SNAPSHOT=TransactionIsolationLevel	getLevel()int	s:valueOf(String)TransactionIsolationLevel	s:values()TransactionIsolationLevel[]
@org.hibernate
AnnotationException	C	MappingException	new(String)	new(String,Throwable)
AssertionFailure	C	RuntimeException	new(String)	new(String,Throwable)
BaseSessionEventListener	C	;SessionEventListener	cacheGetEnd(boolean)	cacheGetStart()	cachePutEnd()	cachePutStart()	dirtyCalculationEnd(boolean)	dirtyCalculationStart()	end()	flushEnd(int,int)	flushStart()	jdbcConnectionAcquisitionEnd()	jdbcConnectionAcquisitionStart()	jdbcConnectionReleaseEnd()	jdbcConnectionReleaseStart()	jdbcExecuteBatchEnd()	jdbcExecuteBatchStart()	jdbcExecuteStatementEnd()	jdbcExecuteStatementStart()	jdbcPrepareStatementEnd()	jdbcPrepareStatementStart()	new()	partialFlushEnd(int,int)	partialFlushStart()	transactionCompletion(boolean)
Cache	I	Cache	a:containsCollection(String,Object)boolean	a:containsEntity(Class<?>,Object)boolean	a:containsEntity(String,Object)boolean	a:containsQuery(String)boolean	a:evictCollectionData(String)	a:evictCollectionData(String,Object)	a:evictCollectionData()	a:evictDefaultQueryRegion()	a:evictEntityData(Class<?>)	a:evictEntityData(Class<?>,Object)	a:evictEntityData(String)	a:evictEntityData(String,Object)	a:evictEntityData()	a:evictNaturalIdData(Class<?>)	a:evictNaturalIdData(String)	a:evictNaturalIdData()	a:evictQueryRegion(String)	a:evictQueryRegions()	a:evictRegion(String)	a:getSessionFactory()SessionFactory	d:evictAll()	d:evictAllRegions()
CacheMode	Ef	Enum<CacheMode>	e:NORMAL=CacheMode	e:IGNORE=CacheMode	e:GET=CacheMode	e:PUT=CacheMode	e:REFRESH=CacheMode	getJpaRetrieveMode()CacheRetrieveMode	getJpaStoreMode()CacheStoreMode	isGetEnabled()boolean	isPutEnabled()boolean	s:fromJpaModes(CacheRetrieveMode,CacheStoreMode)CacheMode	s:interpretExternalSetting(String)CacheMode	s:valueOf(String)CacheMode	s:values()CacheMode[]
CallbackException	C	HibernateException	new(Exception)	new(String)	new(String,Exception)
ConnectionAcquisitionMode	Ef	Enum<ConnectionAcquisitionMode>	e:IMMEDIATELY=ConnectionAcquisitionMode	e:AS_NEEDED=ConnectionAcquisitionMode	s:interpret(Object)ConnectionAcquisitionMode	s:interpret(String)ConnectionAcquisitionMode	s:valueOf(String)ConnectionAcquisitionMode	s:values()ConnectionAcquisitionMode[]
ConnectionReleaseMode	Ef	Enum<ConnectionReleaseMode>	e:AFTER_STATEMENT=ConnectionReleaseMode	e:BEFORE_TRANSACTION_COMPLETION=ConnectionReleaseMode	e:AFTER_TRANSACTION=ConnectionReleaseMode	e:ON_CLOSE=ConnectionReleaseMode	s:interpret(Object)ConnectionReleaseMode	s:parse(String)ConnectionReleaseMode	s:valueOf(String)ConnectionReleaseMode	s:values()ConnectionReleaseMode[]
CustomEntityDirtinessStrategy	I		a:canDirtyCheck(Object,EntityPersister,Session)boolean	a:findDirty(Object,EntityPersister,Session,CustomEntityDirtinessStrategy$DirtyCheckContext)	a:isDirty(Object,EntityPersister,Session)boolean	a:resetDirty(Object,EntityPersister,Session)
CustomEntityDirtinessStrategy$AttributeChecker	Is		a:isDirty(CustomEntityDirtinessStrategy$AttributeInformation)boolean
CustomEntityDirtinessStrategy$AttributeInformation	Is		a:getAttributeIndex()int	a:getContainingPersister()EntityPersister	a:getCurrentValue()Object	a:getLoadedValue()Object	a:getName()String	a:getType()Type
CustomEntityDirtinessStrategy$DirtyCheckContext	Is		a:doDirtyChecking(CustomEntityDirtinessStrategy$AttributeChecker)
DuplicateMappingException	C	MappingException	getName()String	getType()String	new(String,DuplicateMappingException$Type,String)	new(DuplicateMappingException$Type,String)
DuplicateMappingException$Type	Efs	Enum<DuplicateMappingException$Type>	e:ENTITY=DuplicateMappingException$Type	e:COLLECTION=DuplicateMappingException$Type	e:TABLE=DuplicateMappingException$Type	e:PROPERTY=DuplicateMappingException$Type	e:COLUMN=DuplicateMappingException$Type	e:COLUMN_BINDING=DuplicateMappingException$Type	e:NAMED_ENTITY_GRAPH=DuplicateMappingException$Type	e:QUERY=DuplicateMappingException$Type	e:RESULT_SET_MAPPING=DuplicateMappingException$Type	e:PROCEDURE=DuplicateMappingException$Type	s:valueOf(String)DuplicateMappingException$Type	s:values()DuplicateMappingException$Type[]
EmptyInterceptor	C	;org.hibernate.Interceptor;Serializable	p:new()
EntityFilterException	C	EntityNotFoundException	getEntityName()String	getIdentifier()Object	getRole()String	new(String,Object,String)
EntityNameResolver	I		a:resolveEntityName(Object)String
FetchMode	Ef	Enum<FetchMode>	e:DEFAULT=FetchMode	e:JOIN=FetchMode	e:SELECT=FetchMode	s:valueOf(String)FetchMode	s:values()FetchMode[]
FetchNotFoundException	C	EntityNotFoundException	getEntityName()String	getIdentifier()Object	new(String,Object)
Filter	I		a:getFilterDefinition()FilterDefinition	a:getName()String	a:isAppliedToLoadByKey()boolean	a:isAutoEnabled()boolean	a:setParameter(String,Object)Filter	a:setParameterList(String,Object[])Filter	a:setParameterList(String,Collection<?>)Filter	a:validate()
FlushMode	Ef	Enum<FlushMode>	e:MANUAL=FlushMode	e:COMMIT=FlushMode	e:AUTO=FlushMode	e:ALWAYS=FlushMode	lessThan(FlushMode)boolean	s:fromJpaFlushMode(FlushModeType)FlushMode	s:interpretExternalSetting(String)FlushMode	s:toJpaFlushMode(FlushMode)FlushModeType	s:valueOf(String)FlushMode	s:values()FlushMode[]	toJpaFlushMode()FlushModeType
Hibernate	Cf		isPropertyInitialized<E>(E,Attribute<-E,?>)boolean	s:bag<U>()Hibernate$CollectionInterface<Collection<U>>	s:collection<C>(Class<C>)Hibernate$CollectionInterface<C>	s:contains<T>(Collection<-T>,T)boolean	s:createDetachedProxy<E>(SessionFactory,Class<E>,Object)E	s:get<K,V>(Map<-K,V>,K)V	s:get<T>(List<T>,int)T	s:getClass<T>(T)Class<+T>	s:getClassLazy<T>(T)Class<+T>	s:initialize(Object)	s:isInitialized(Object)boolean	s:isInstance(Object,Class<?>)boolean	s:isPropertyInitialized(Object,String)boolean	s:list<U>()Hibernate$CollectionInterface<List<U>>	s:map<U,V>()Hibernate$CollectionInterface<Map<U,V>>	s:set<U>()Hibernate$CollectionInterface<Set<U>>	s:size(Collection<?>)int	s:sortedMap<U,V>()Hibernate$CollectionInterface<Map<U,V>>	s:sortedSet<U>()Hibernate$CollectionInterface<SortedSet<U>>	s:unproxy(Object)Object	s:unproxy<T>(T,Class<T>)T
Hibernate$CollectionInterface	Cfs<C>		createDetachedInstance()C	createNewInstance()C
HibernateError	C	HibernateException	new(String)	new(String,Throwable)
HibernateException	C	PersistenceException	new(String)	new(String,Throwable)	new(Throwable)
IdentifierLoadAccess	I<T>		a:disableFetchProfile(String)IdentifierLoadAccess<T>	a:enableFetchProfile(String)IdentifierLoadAccess<T>	a:getReference(Object)T	a:load(Object)T	a:loadOptional(Object)Optional<T>	a:with(CacheMode)IdentifierLoadAccess<T>	a:with(LockOptions)IdentifierLoadAccess<T>	a:with(RootGraph<T>,GraphSemantic)IdentifierLoadAccess<T>	a:withReadOnly(boolean)IdentifierLoadAccess<T>	d:with(RootGraph<T>)IdentifierLoadAccess<T>	d:withFetchGraph(RootGraph<T>)IdentifierLoadAccess<T>	d:withLoadGraph(RootGraph<T>)IdentifierLoadAccess<T>
Incubating	A	Annotation
InstantiationException	C	HibernateException	getMessage()String	getUninstantiatableClass()Class<?>	new(String,Class<?>)	new(String,Class<?>,Exception)	new(String,Class<?>,Throwable)
Interceptor	I		d:afterTransactionBegin(org.hibernate.Transaction)	d:afterTransactionCompletion(org.hibernate.Transaction)	d:beforeTransactionCompletion(org.hibernate.Transaction)	d:findDirty(Object,Serializable,Object[],Object[],String[],Type[])int[]	d:findDirty(Object,Object,Object[],Object[],String[],Type[])int[]	d:getEntity(String,Serializable)Object	d:getEntity(String,Object)Object	d:getEntityName(Object)String	d:instantiate(String,RepresentationMode,Object)Object	d:instantiate(String,EntityRepresentationStrategy,Object)Object	d:isTransient(Object)Boolean	d:onCollectionRecreate(Object,Serializable)	d:onCollectionRecreate(Object,Object)	d:onCollectionRemove(Object,Serializable)	d:onCollectionRemove(Object,Object)	d:onCollectionUpdate(Object,Serializable)	d:onCollectionUpdate(Object,Object)	d:onDelete(Object,Serializable,Object[],String[],Type[])	d:onDelete(Object,Object,Object[],String[],Type[])	d:onDelete(Object,Object,String[],Type[])	d:onFlushDirty(Object,Serializable,Object[],Object[],String[],Type[])boolean	d:onFlushDirty(Object,Object,Object[],Object[],String[],Type[])boolean	d:onInsert(Object,Object,Object[],String[],Type[])	d:onLoad(Object,Serializable,Object[],String[],Type[])boolean	d:onLoad(Object,Object,Object[],String[],Type[])boolean	d:onPersist(Object,Object,Object[],String[],Type[])boolean	d:onRemove(Object,Object,Object[],String[],Type[])	d:onSave(Object,Serializable,Object[],String[],Type[])boolean	d:onSave(Object,Object,Object[],String[],Type[])boolean	d:onUpdate(Object,Object,Object[],String[],Type[])	d:onUpsert(Object,Object,Object[],String[],Type[])	d:postFlush(Iterator<Object>)	d:preFlush(Iterator<Object>)
Internal	A	Annotation
InvalidMappingException	C	MappingException	getPath()String	getType()String	new(String,String,String)	new(String,String,String,Throwable)	new(String,Origin)
JDBCException	C	HibernateException	getErrorCode()int	getErrorMessage()String	getSQL()String	getSQLException()SQLException	getSQLState()String	new(String,SQLException)	new(String,SQLException,String)
LazyInitializationException	C	HibernateException	new(String)
Length	Cf		s:DEFAULT=int=255	s:LOB_DEFAULT=int=1048576	s:LONG16=int=32767	s:LONG32=int=2147483647	s:LONG=int=32600
LobHelper	I		a:createBlob(InputStream,long)Blob	a:createBlob(byte[])Blob	a:createClob(Reader,long)Clob	a:createClob(String)Clob	a:createNClob(Reader,long)NClob	a:createNClob(String)NClob
LockMode	Ef	Enum<LockMode>	e:NONE=LockMode	e:READ=LockMode	e:OPTIMISTIC=LockMode	e:OPTIMISTIC_FORCE_INCREMENT=LockMode	e:WRITE=LockMode	e:UPGRADE_NOWAIT=LockMode	e:UPGRADE_SKIPLOCKED=LockMode	e:PESSIMISTIC_READ=LockMode	e:PESSIMISTIC_WRITE=LockMode	e:PESSIMISTIC_FORCE_INCREMENT=LockMode	greaterThan(LockMode)boolean	lessThan(LockMode)boolean	requiresVersion()boolean	s:fromExternalForm(String)LockMode	s:fromJpaLockMode(LockModeType)LockMode	s:toJpaLockMode(LockMode)LockModeType	s:valueOf(String)LockMode	s:values()LockMode[]	toExternalForm()String	toJpaLockMode()LockModeType	toLockOptions()LockOptions
LockOptions	C	;Serializable	findGreatestLockMode()LockMode	getAliasLockCount()int	getAliasLockIterator()Iterator<Map$Entry<String,LockMode>>	getAliasSpecificLockMode(String)LockMode	getAliasSpecificLocks()Set<Map$Entry<String,LockMode>>	getEffectiveLockMode(String)LockMode	getFollowOnLocking()Boolean	getLockMode()LockMode	getLockScope()PessimisticLockScope	getScope()boolean	getTimeOut()int	hasAliasSpecificLockModes()boolean	isEmpty()boolean	makeCopy()LockOptions	makeDefensiveCopy()LockOptions	new(LockMode)	new(LockMode,int)	new(LockMode,int,PessimisticLockScope)	new()	overlay(LockOptions)	s:NONE=LockOptions	s:NO_WAIT=int=0	s:READ=LockOptions	s:SKIP_LOCKED=int=-2	s:UPGRADE=LockOptions	s:WAIT_FOREVER=int=-1	s:copy(LockOptions,LockOptions)LockOptions	setAliasSpecificLockMode(String,LockMode)LockOptions	setFollowOnLocking(Boolean)LockOptions	setLockMode(LockMode)LockOptions	setLockScope(PessimisticLockScope)LockOptions	setScope(boolean)LockOptions	setTimeOut(int)LockOptions
MappingException	C	HibernateException	new(String)	new(String,Throwable)	new(Throwable)
Metamodel	I	JpaMetamodel	a:getImplementors(String)String[]
MultiIdentifierLoadAccess	I<T>		a:enableOrderedReturn(boolean)MultiIdentifierLoadAccess<T>	a:enableReturnOfDeletedEntities(boolean)MultiIdentifierLoadAccess<T>	a:enableSessionCheck(boolean)MultiIdentifierLoadAccess<T>	a:multiLoad<K>(List<K>)List<T>	a:with(CacheMode)MultiIdentifierLoadAccess<T>	a:with(LockOptions)MultiIdentifierLoadAccess<T>	a:with(RootGraph<T>,GraphSemantic)MultiIdentifierLoadAccess<T>	a:withBatchSize(int)MultiIdentifierLoadAccess<T>	av:multiLoad<K>(K[])List<T>	d:with(RootGraph<T>)MultiIdentifierLoadAccess<T>	d:withFetchGraph(RootGraph<T>)MultiIdentifierLoadAccess<T>	d:withLoadGraph(RootGraph<T>)MultiIdentifierLoadAccess<T>
NaturalIdLoadAccess	I<T>		a:disableFetchProfile(String)NaturalIdLoadAccess<T>	a:enableFetchProfile(String)NaturalIdLoadAccess<T>	a:getReference()T	a:load()T	a:loadOptional()Optional<T>	a:setSynchronizationEnabled(boolean)NaturalIdLoadAccess<T>	a:using(String,Object)NaturalIdLoadAccess<T>	a:using(Map<String,?>)NaturalIdLoadAccess<T>	a:using<X>(SingularAttribute<-T,X>,X)NaturalIdLoadAccess<T>	a:with(LockOptions)NaturalIdLoadAccess<T>	a:with(RootGraph<T>,GraphSemantic)NaturalIdLoadAccess<T>	av:using(Object[])NaturalIdLoadAccess<T>	d:withFetchGraph(RootGraph<T>)NaturalIdLoadAccess<T>	d:withLoadGraph(RootGraph<T>)NaturalIdLoadAccess<T>
NaturalIdMultiLoadAccess	I<T>		a:enableOrderedReturn(boolean)NaturalIdMultiLoadAccess<T>	a:enableReturnOfDeletedEntities(boolean)NaturalIdMultiLoadAccess<T>	a:multiLoad(List<?>)List<T>	a:with(CacheMode)NaturalIdMultiLoadAccess<T>	a:with(LockOptions)NaturalIdMultiLoadAccess<T>	a:with(RootGraph<T>,GraphSemantic)NaturalIdMultiLoadAccess<T>	a:withBatchSize(int)NaturalIdMultiLoadAccess<T>	av:multiLoad(Object[])List<T>	d:with(RootGraph<T>)NaturalIdMultiLoadAccess<T>	d:withFetchGraph(RootGraph<T>)NaturalIdMultiLoadAccess<T>	d:withLoadGraph(RootGraph<T>)NaturalIdMultiLoadAccess<T>	sv:compoundValue(Object[])Map<String,?>
NonUniqueObjectException	C	HibernateException	getEntityName()String	getIdentifier()Object	getMessage()String	new(Object,String)	new(String,Object,String)
NonUniqueResultException	C	HibernateException	new(int)
ObjectDeletedException	C	UnresolvableObjectException	new(String,Object,String)
ObjectNotFoundException	C	UnresolvableObjectException	new(Object,String)	new(String,Object)
PersistentObjectException	C	HibernateException	new(String)
PessimisticLockException	C	JDBCException	new(String,SQLException,String)
PropertyAccessException	C	HibernateException	getMessage()String	getPersistentClass()Class<?>	getPropertyName()String	new(Throwable,String,boolean,Class<?>,String)	p:originalMessage()String
PropertyNotFoundException	C	MappingException	new(String)
PropertySetterAccessException	C	PropertyAccessException	new(Throwable,Class<?>,String,Class<?>,Object,Object)	s:loggablePropertyValueString(Object)String
PropertyValueException	C	HibernateException	getEntityName()String	getMessage()String	getPropertyName()String	new(String,String,String)
QueryException	C	HibernateException	getMessage()String	getQueryString()String	new(Exception)	new(String)	new(String,Exception)	new(String,String)	new(String,String,Exception)	p:generateQueryException(String)QueryException	p:getOriginalMessage()String	wrapWithQueryString(String)QueryException
QueryParameterException	C	QueryException	new(String)	new(String,String)	new(String,String,Exception)	p:generateQueryException(String)QueryException
QueryTimeoutException	C	JDBCException	new(String,SQLException,String)
Remove	A	Annotation
ReplicationMode	E	Enum<ReplicationMode>	e:EXCEPTION=ReplicationMode	e:IGNORE=ReplicationMode	e:OVERWRITE=ReplicationMode	e:LATEST_VERSION=ReplicationMode	a:shouldOverwriteCurrentVersion(Object,Object,Object,BasicType<Object>)boolean	s:valueOf(String)ReplicationMode	s:values()ReplicationMode[]
ResourceClosedException	C	HibernateException	new(String)
ScrollMode	Ef	Enum<ScrollMode>	e:FORWARD_ONLY=ScrollMode	e:SCROLL_SENSITIVE=ScrollMode	e:SCROLL_INSENSITIVE=ScrollMode	lessThan(ScrollMode)boolean	s:valueOf(String)ScrollMode	s:values()ScrollMode[]	toResultSetType()int
ScrollableResults	I<R>	AutoCloseable;Closeable	a:afterLast()	a:beforeFirst()	a:close()	a:first()boolean	a:get()R	a:getRowNumber()int	a:isFirst()boolean	a:isLast()boolean	a:last()boolean	a:next()boolean	a:position(int)boolean	a:previous()boolean	a:scroll(int)boolean	a:setFetchSize(int)	a:setRowNumber(int)boolean
Session	I	SharedSessionContract;EntityManager	a:buildLockRequest(LockOptions)Session$LockRequest	a:byId<T>(Class<T>)IdentifierLoadAccess<T>	a:byId<T>(String)IdentifierLoadAccess<T>	a:byMultipleIds<T>(Class<T>)MultiIdentifierLoadAccess<T>	a:byMultipleIds<T>(String)MultiIdentifierLoadAccess<T>	a:byMultipleNaturalId<T>(Class<T>)NaturalIdMultiLoadAccess<T>	a:byMultipleNaturalId<T>(String)NaturalIdMultiLoadAccess<T>	a:byNaturalId<T>(Class<T>)NaturalIdLoadAccess<T>	a:byNaturalId<T>(String)NaturalIdLoadAccess<T>	a:bySimpleNaturalId<T>(Class<T>)SimpleNaturalIdLoadAccess<T>	a:bySimpleNaturalId<T>(String)SimpleNaturalIdLoadAccess<T>	a:cancelQuery()	a:clear()	a:contains(String,Object)boolean	a:createEntityGraph(String)RootGraph<?>	a:createEntityGraph<T>(Class<T>)RootGraph<T>	a:createNamedQuery(String)org.hibernate.query.Query	a:createNamedQuery<R>(String,Class<R>)org.hibernate.query.Query<R>	a:createQuery(CriteriaDelete)org.hibernate.query.Query	a:createQuery(CriteriaUpdate)org.hibernate.query.Query	a:createQuery(String)org.hibernate.query.Query	a:createQuery<R>(CriteriaQuery<R>)org.hibernate.query.Query<R>	a:createQuery<R>(String,Class<R>)org.hibernate.query.Query<R>	a:delete(Object)	a:delete(String,Object)	a:detach(Object)	a:disableFetchProfile(String)	a:disableFilter(String)	a:enableFetchProfile(String)	a:enableFilter(String)Filter	a:evict(Object)	a:flush()	a:get(String,Object)Object	a:get(String,Object,LockMode)Object	a:get(String,Object,LockOptions)Object	a:get<T>(Class<T>,Object)T	a:get<T>(Class<T>,Object,LockMode)T	a:get<T>(Class<T>,Object,LockOptions)T	a:getCacheMode()CacheMode	a:getCacheRetrieveMode()CacheRetrieveMode	a:getCacheStoreMode()CacheStoreMode	a:getCurrentLockMode(Object)LockMode	a:getEnabledFilter(String)Filter	a:getEntityGraph(String)RootGraph<?>	a:getEntityGraphs<T>(Class<T>)List<EntityGraph<-T>>	a:getEntityName(Object)String	a:getFetchBatchSize()int	a:getFlushMode()FlushModeType	a:getHibernateFlushMode()FlushMode	a:getIdentifier(Object)Object	a:getLobHelper()LobHelper	a:getReference(String,Object)Object	a:getReference<T>(Class<T>,Object)T	a:getReference<T>(T)T	a:getSessionFactory()SessionFactory	a:getStatistics()SessionStatistics	a:isDefaultReadOnly()boolean	a:isDirty()boolean	a:isFetchProfileEnabled(String)boolean	a:isReadOnly(Object)boolean	a:isSubselectFetchingEnabled()boolean	a:load(Object,Object)	a:load(String,Object)Object	a:load(String,Object,LockMode)Object	a:load(String,Object,LockOptions)Object	a:load<T>(Class<T>,Object)T	a:load<T>(Class<T>,Object,LockMode)T	a:load<T>(Class<T>,Object,LockOptions)T	a:lock(Object,LockMode)	a:lock(Object,LockOptions)	a:lock(String,Object,LockMode)	a:merge<T>(String,T)T	a:merge<T>(T)T	a:persist(Object)	a:persist(String,Object)	a:refresh(Object)	a:refresh(Object,LockMode)	a:refresh(Object,LockOptions)	a:refresh(String,Object)	a:refresh(String,Object,LockOptions)	a:remove(Object)	a:replicate(Object,ReplicationMode)	a:replicate(String,Object,ReplicationMode)	a:save(Object)Object	a:save(String,Object)Object	a:saveOrUpdate(Object)	a:saveOrUpdate(String,Object)	a:sessionWithOptions()SharedSessionBuilder	a:setCacheMode(CacheMode)	a:setCacheRetrieveMode(CacheRetrieveMode)	a:setCacheStoreMode(CacheStoreMode)	a:setDefaultReadOnly(boolean)	a:setFetchBatchSize(int)	a:setFlushMode(FlushModeType)	a:setHibernateFlushMode(FlushMode)	a:setReadOnly(Object,boolean)	a:setSubselectFetchingEnabled(boolean)	a:update(Object)	a:update(String,Object)	av:addEventListeners(SessionEventListener[])
Session$LockRequest	Is		a:getLockMode()LockMode	a:getScope()boolean	a:getTimeOut()int	a:lock(Object)	a:lock(String,Object)	a:setLockMode(LockMode)Session$LockRequest	a:setScope(boolean)Session$LockRequest	a:setTimeOut(int)Session$LockRequest	d:getLockScope()PessimisticLockScope	d:setLockScope(PessimisticLockScope)Session$LockRequest	s:PESSIMISTIC_NO_WAIT=int=0	s:PESSIMISTIC_WAIT_FOREVER=int=-1
SessionBuilder	I		a:autoClear(boolean)SessionBuilder	a:autoClose(boolean)SessionBuilder	a:autoJoinTransactions(boolean)SessionBuilder	a:clearEventListeners()SessionBuilder	a:connection(Connection)SessionBuilder	a:connectionHandlingMode(PhysicalConnectionHandlingMode)SessionBuilder	a:flushMode(FlushMode)SessionBuilder	a:interceptor(org.hibernate.Interceptor)SessionBuilder	a:jdbcTimeZone(TimeZone)SessionBuilder	a:noInterceptor()SessionBuilder	a:openSession()Session	a:statementInspector(StatementInspector)SessionBuilder	a:tenantIdentifier(Object)SessionBuilder	a:tenantIdentifier(String)SessionBuilder	av:eventListeners(SessionEventListener[])SessionBuilder
SessionEventListener	I	Serializable	d:cacheGetEnd(boolean)	d:cacheGetStart()	d:cachePutEnd()	d:cachePutStart()	d:dirtyCalculationEnd(boolean)	d:dirtyCalculationStart()	d:end()	d:flushEnd(int,int)	d:flushStart()	d:jdbcConnectionAcquisitionEnd()	d:jdbcConnectionAcquisitionStart()	d:jdbcConnectionReleaseEnd()	d:jdbcConnectionReleaseStart()	d:jdbcExecuteBatchEnd()	d:jdbcExecuteBatchStart()	d:jdbcExecuteStatementEnd()	d:jdbcExecuteStatementStart()	d:jdbcPrepareStatementEnd()	d:jdbcPrepareStatementStart()	d:partialFlushEnd(int,int)	d:partialFlushStart()	d:prePartialFlushEnd()	d:prePartialFlushStart()	d:transactionCompletion(boolean)
SessionException	C	HibernateException	new(String)	new(String,Throwable)
SessionFactory	I	EntityManagerFactory;Referenceable;Serializable;Closeable	a:close()	a:findEntityGraphByName(String)RootGraph<?>	a:findEntityGraphsByType<T>(Class<T>)List<EntityGraph<-T>>	a:getCache()org.hibernate.Cache	a:getCriteriaBuilder()HibernateCriteriaBuilder	a:getCurrentSession()Session	a:getDefinedFetchProfileNames()Set<String>	a:getDefinedFilterNames()Set<String>	a:getFilterDefinition(String)FilterDefinition	a:getSchemaManager()SchemaManager	a:getSessionFactoryOptions()SessionFactoryOptions	a:getStatistics()Statistics	a:isClosed()boolean	a:openSession()Session	a:openStatelessSession(Connection)StatelessSession	a:openStatelessSession()StatelessSession	a:withOptions()SessionBuilder	a:withStatelessOptions()StatelessSessionBuilder	d:containsFetchProfileDefinition(String)boolean	d:fromSession<R>(Function<Session,R>)R	d:fromStatelessSession<R>(Function<StatelessSession,R>)R	d:fromStatelessTransaction<R>(Function<StatelessSession,R>)R	d:fromTransaction<R>(Function<Session,R>)R	d:inSession(Consumer<Session>)	d:inStatelessSession(Consumer<StatelessSession>)	d:inStatelessTransaction(Consumer<StatelessSession>)	d:inTransaction(Consumer<Session>)
SessionFactoryObserver	I	Serializable	d:sessionFactoryClosed(SessionFactory)	d:sessionFactoryClosing(SessionFactory)	d:sessionFactoryCreated(SessionFactory)
SharedSessionBuilder	I	SessionBuilder	a:autoClear(boolean)SharedSessionBuilder	a:autoClose()SharedSessionBuilder	a:autoClose(boolean)SharedSessionBuilder	a:autoJoinTransactions()SharedSessionBuilder	a:autoJoinTransactions(boolean)SharedSessionBuilder	a:clearEventListeners()SharedSessionBuilder	a:connection(Connection)SharedSessionBuilder	a:connection()SharedSessionBuilder	a:connectionHandlingMode(PhysicalConnectionHandlingMode)SharedSessionBuilder	a:connectionHandlingMode()SharedSessionBuilder	a:connectionReleaseMode()SharedSessionBuilder	a:flushMode(FlushMode)SharedSessionBuilder	a:flushMode()SharedSessionBuilder	a:interceptor(org.hibernate.Interceptor)SharedSessionBuilder	a:interceptor()SharedSessionBuilder	a:jdbcTimeZone(TimeZone)SharedSessionBuilder	a:noInterceptor()SharedSessionBuilder	a:statementInspector(StatementInspector)SharedSessionBuilder	a:tenantIdentifier(Object)SharedSessionBuilder	a:tenantIdentifier(String)SharedSessionBuilder	av:eventListeners(SessionEventListener[])SharedSessionBuilder
SharedSessionContract	I	QueryProducer;Closeable;Serializable	a:beginTransaction()org.hibernate.Transaction	a:close()	a:createEntityGraph(String)RootGraph<?>	a:createEntityGraph<T>(Class<T>)RootGraph<T>	a:createEntityGraph<T>(Class<T>,String)RootGraph<T>	a:createNamedStoredProcedureQuery(String)ProcedureCall	a:createStoredProcedureCall(String)ProcedureCall	a:createStoredProcedureQuery(String)ProcedureCall	a:disableFilter(String)	a:enableFilter(String)Filter	a:getCriteriaBuilder()HibernateCriteriaBuilder	a:getEnabledFilter(String)Filter	a:getEntityGraph(String)RootGraph<?>	a:getEntityGraphs<T>(Class<T>)List<EntityGraph<-T>>	a:getFactory()SessionFactory	a:getJdbcBatchSize()Integer	a:getNamedProcedureCall(String)ProcedureCall	a:getTenantIdentifier()String	a:getTenantIdentifierValue()Object	a:getTransaction()org.hibernate.Transaction	a:isConnected()boolean	a:isJoinedToTransaction()boolean	a:isOpen()boolean	a:joinTransaction()	a:setJdbcBatchSize(Integer)	av:createStoredProcedureCall(String,Class<?>[])ProcedureCall	av:createStoredProcedureCall(String,String[])ProcedureCall	av:createStoredProcedureQuery(String,Class<?>[])ProcedureCall	av:createStoredProcedureQuery(String,String[])ProcedureCall	d:doReturningWork<T>(ReturningWork<T>)T	d:doWork(Work)
SimpleNaturalIdLoadAccess	I<T>		a:disableFetchProfile(String)SimpleNaturalIdLoadAccess<T>	a:enableFetchProfile(String)SimpleNaturalIdLoadAccess<T>	a:getReference(Object)T	a:load(Object)T	a:loadOptional(Object)Optional<T>	a:setSynchronizationEnabled(boolean)SimpleNaturalIdLoadAccess<T>	a:with(LockOptions)SimpleNaturalIdLoadAccess<T>	a:with(RootGraph<T>,GraphSemantic)SimpleNaturalIdLoadAccess<T>	d:withFetchGraph(RootGraph<T>)SimpleNaturalIdLoadAccess<T>	d:withLoadGraph(RootGraph<T>)SimpleNaturalIdLoadAccess<T>
StaleObjectStateException	C	StaleStateException	getEntityName()String	getIdentifier()Object	getMessage()String	new(String,Object)
StaleStateException	C	HibernateException	new(String)
StatelessSession	I	SharedSessionContract	a:close()	a:delete(Object)	a:delete(String,Object)	a:fetch(Object)	a:get(String,Object)Object	a:get(String,Object,LockMode)Object	a:get<T>(EntityGraph<T>,GraphSemantic,Object)T	a:get<T>(EntityGraph<T>,GraphSemantic,Object,LockMode)T	a:get<T>(Class<T>,Object)T	a:get<T>(Class<T>,Object,LockMode)T	a:getIdentifier(Object)Object	a:insert(Object)Object	a:insert(String,Object)Object	a:refresh(Object)	a:refresh(Object,LockMode)	a:refresh(String,Object)	a:refresh(String,Object,LockMode)	a:update(Object)	a:update(String,Object)	a:upsert(Object)	a:upsert(String,Object)
StatelessSessionBuilder	I		a:connection(Connection)StatelessSessionBuilder	a:openStatelessSession()StatelessSession	a:statementInspector(StatementInspector)StatelessSessionBuilder	a:tenantIdentifier(Object)StatelessSessionBuilder	a:tenantIdentifier(String)StatelessSessionBuilder
TimeZoneStorageStrategy	Ef	Enum<TimeZoneStorageStrategy>	e:NATIVE=TimeZoneStorageStrategy	e:COLUMN=TimeZoneStorageStrategy	e:NORMALIZE=TimeZoneStorageStrategy	e:NORMALIZE_UTC=TimeZoneStorageStrategy	s:valueOf(String)TimeZoneStorageStrategy	s:values()TimeZoneStorageStrategy[]
Transaction	I	EntityTransaction	a:getStatus()TransactionStatus	a:getTimeout()int	a:registerSynchronization(Synchronization)	a:setTimeout(int)	d:markRollbackOnly()
TransactionException	C	HibernateException	new(String)	new(String,Throwable)
TransactionManagementException	C	RuntimeException	new(String)
TransientObjectException	C	HibernateException	new(String)
TransientPropertyValueException	C	TransientObjectException	getMessage()String	getPropertyName()String	getPropertyOwnerEntityName()String	getTransientEntityName()String	new(String,String,String,String)
TypeMismatchException	C	HibernateException	new(String)
UnknownEntityTypeException	C	MappingException	new(String)	new(String,Throwable)
UnknownFilterException	C	HibernateException	getName()String	new(String)
UnknownProfileException	C	HibernateException	getName()String	new(String)
UnresolvableObjectException	C	HibernateException	getEntityName()String	getIdentifier()Object	getMessage()String	new(Object,String)	p:new(String,Object,String)	s:throwIfNull(Object,Object,String)
UnsupportedLockAttemptException	C	HibernateException	new(String)	new(String,Throwable)	new(Throwable)
Version	Cf		s:getVersionString()String	s:logVersion()	s:main(String[])
WrongClassException	C	HibernateException	getEntityName()String	getIdentifier()Object	new(String,Object,String)	new(String,Object,String,Object)
@org.hibernate.annotations
Any	A	Annotation	a:fetch()FetchType	a:optional()boolean
AnyDiscriminator	A	Annotation	a:value()DiscriminatorType
AnyDiscriminatorValue	A	Annotation	a:discriminator()String	a:entity()Class<?>
AnyDiscriminatorValues	A	Annotation	a:value()AnyDiscriminatorValue[]
AnyKeyJavaClass	A	Annotation	a:value()Class<?>
AnyKeyJavaType	A	Annotation	a:value()Class<+BasicJavaType<?>>
AnyKeyJdbcType	A	Annotation	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
AnyKeyJdbcTypeCode	A	Annotation	a:value()int
Array	A	Annotation	a:length()int
AttributeAccessor	A	Annotation	a:strategy()Class<+PropertyAccessStrategy>	a:value()String
AttributeBinderType	A	Annotation	a:binder()Class<+AttributeBinder<?>>
Bag	A	Annotation
BatchSize	A	Annotation	a:size()int
Cache	A	Annotation	a:include()String	a:includeLazy()boolean	a:region()String	a:usage()CacheConcurrencyStrategy
CacheConcurrencyStrategy	Ef	Enum<CacheConcurrencyStrategy>	e:NONE=CacheConcurrencyStrategy	e:READ_ONLY=CacheConcurrencyStrategy	e:NONSTRICT_READ_WRITE=CacheConcurrencyStrategy	e:READ_WRITE=CacheConcurrencyStrategy	e:TRANSACTIONAL=CacheConcurrencyStrategy	s:fromAccessType(AccessType)CacheConcurrencyStrategy	s:parse(String)CacheConcurrencyStrategy	s:valueOf(String)CacheConcurrencyStrategy	s:values()CacheConcurrencyStrategy[]	toAccessType()AccessType
CacheLayout	Ef	Enum<CacheLayout>	e:AUTO=CacheLayout	e:SHALLOW=CacheLayout	e:SHALLOW_WITH_DISCRIMINATOR=CacheLayout	e:FULL=CacheLayout	s:valueOf(String)CacheLayout	s:values()CacheLayout[]
CacheModeType	Ef	Enum<CacheModeType>	e:GET=CacheModeType	e:IGNORE=CacheModeType	e:NORMAL=CacheModeType	e:PUT=CacheModeType	e:REFRESH=CacheModeType	getCacheMode()CacheMode	s:fromCacheMode(CacheMode)CacheModeType	s:valueOf(String)CacheModeType	s:values()CacheModeType[]
Cascade	A	Annotation	a:value()CascadeType[]
CascadeType	Ef	Enum<CascadeType>	e:ALL=CascadeType	e:PERSIST=CascadeType	e:MERGE=CascadeType	e:REMOVE=CascadeType	e:REFRESH=CascadeType	e:DETACH=CascadeType	e:LOCK=CascadeType	e:DELETE=CascadeType	e:SAVE_UPDATE=CascadeType	e:REPLICATE=CascadeType	e:DELETE_ORPHAN=CascadeType	s:valueOf(String)CascadeType	s:values()CascadeType[]
Check	A	Annotation	a:constraints()String	a:name()String
Checks	A	Annotation	a:value()Check[]
Collate	A	Annotation	a:value()String
CollectionId	A	Annotation	a:column()Column	a:generator()String	a:generatorImplementation()Class<+IdentifierGenerator>
CollectionIdJavaType	A	Annotation	a:value()Class<+BasicJavaType<?>>
CollectionIdJdbcType	A	Annotation	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
CollectionIdJdbcTypeCode	A	Annotation	a:value()int
CollectionIdMutability	A	Annotation	a:value()Class<+MutabilityPlan<?>>
CollectionIdType	A	Annotation	a:parameters()Parameter[]	a:value()Class<+UserType<?>>
CollectionType	A	Annotation	a:parameters()Parameter[]	a:type()Class<+UserCollectionType>
CollectionTypeRegistration	A	Annotation	a:classification()CollectionClassification	a:parameters()Parameter[]	a:type()Class<+UserCollectionType>
CollectionTypeRegistrations	A	Annotation	a:value()CollectionTypeRegistration[]
ColumnDefault	A	Annotation	a:value()String
ColumnTransformer	A	Annotation	a:forColumn()String	a:read()String	a:write()String
ColumnTransformers	A	Annotation	a:value()ColumnTransformer[]
Columns	A	Annotation	a:columns()Column[]
Comment	A	Annotation	a:on()String	a:value()String
Comments	A	Annotation	a:value()Comment[]
CompositeType	A	Annotation	a:value()Class<+CompositeUserType<?>>
CompositeTypeRegistration	A	Annotation	a:embeddableClass()Class<?>	a:userType()Class<+CompositeUserType<?>>
CompositeTypeRegistrations	A	Annotation	a:value()CompositeTypeRegistration[]
ConcreteProxy	A	Annotation
ConverterRegistration	A	Annotation	a:autoApply()boolean	a:converter()Class<+AttributeConverter<?,?>>	a:domainType()Class<?>
ConverterRegistrations	A	Annotation	a:value()ConverterRegistration[]
CreationTimestamp	A	Annotation	a:source()SourceType
CurrentTimestamp	A	Annotation	a:event()EventType[]	a:source()SourceType	a:timing()GenerationTiming
DialectOverride	I	
DialectOverride$Check	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()Check	a:sameOrAfter()DialectOverride$Version
DialectOverride$Checks	As	Annotation	a:value()DialectOverride$Check[]
DialectOverride$ColumnDefault	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()ColumnDefault	a:sameOrAfter()DialectOverride$Version
DialectOverride$ColumnDefaults	As	Annotation	a:value()DialectOverride$ColumnDefault[]
DialectOverride$DiscriminatorFormula	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()DiscriminatorFormula	a:sameOrAfter()DialectOverride$Version
DialectOverride$DiscriminatorFormulas	As	Annotation	a:value()DialectOverride$DiscriminatorFormula[]
DialectOverride$FilterDefOverrides	As	Annotation	a:value()DialectOverride$FilterDefs[]
DialectOverride$FilterDefs	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()FilterDefs	a:sameOrAfter()DialectOverride$Version
DialectOverride$FilterOverrides	As	Annotation	a:value()DialectOverride$Filters[]
DialectOverride$Filters	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()Filters	a:sameOrAfter()DialectOverride$Version
DialectOverride$Formula	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()Formula	a:sameOrAfter()DialectOverride$Version
DialectOverride$Formulas	As	Annotation	a:value()DialectOverride$Formula[]
DialectOverride$GeneratedColumn	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()GeneratedColumn	a:sameOrAfter()DialectOverride$Version
DialectOverride$GeneratedColumns	As	Annotation	a:value()DialectOverride$GeneratedColumn[]
DialectOverride$JoinFormula	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()JoinFormula	a:sameOrAfter()DialectOverride$Version
DialectOverride$JoinFormulas	As	Annotation	a:value()DialectOverride$JoinFormula[]
DialectOverride$OrderBy	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()OrderBy	a:sameOrAfter()DialectOverride$Version
DialectOverride$OrderBys	As	Annotation	a:value()DialectOverride$OrderBy[]
DialectOverride$OverridesAnnotation	As	Annotation	a:value()Class<+Annotation>
DialectOverride$SQLDelete	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLDelete	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLDeleteAll	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLDeleteAll	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLDeleteAlls	As	Annotation	a:value()DialectOverride$SQLDeleteAll[]
DialectOverride$SQLDeletes	As	Annotation	a:value()DialectOverride$SQLDelete[]
DialectOverride$SQLInsert	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLInsert	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLInserts	As	Annotation	a:value()DialectOverride$SQLInsert[]
DialectOverride$SQLOrder	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLOrder	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLOrders	As	Annotation	a:value()DialectOverride$SQLOrder[]
DialectOverride$SQLRestriction	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLRestriction	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLRestrictions	As	Annotation	a:value()DialectOverride$SQLRestriction[]
DialectOverride$SQLSelect	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLSelect	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLSelects	As	Annotation	a:value()DialectOverride$SQLSelect[]
DialectOverride$SQLUpdate	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()SQLUpdate	a:sameOrAfter()DialectOverride$Version
DialectOverride$SQLUpdates	As	Annotation	a:value()DialectOverride$SQLUpdate[]
DialectOverride$Version	As	Annotation	a:major()int	a:minor()int
DialectOverride$Where	As	Annotation	a:before()DialectOverride$Version	a:dialect()Class<+Dialect>	a:override()Where	a:sameOrAfter()DialectOverride$Version
DialectOverride$Wheres	As	Annotation	a:value()DialectOverride$Where[]
DiscriminatorFormula	A	Annotation	a:discriminatorType()DiscriminatorType	a:value()String
DiscriminatorOptions	A	Annotation	a:force()boolean	a:insert()boolean
DynamicInsert	A	Annotation	a:value()boolean
DynamicUpdate	A	Annotation	a:value()boolean
EmbeddableInstantiator	A	Annotation	a:value()Class<+EmbeddableInstantiator>
EmbeddableInstantiatorRegistration	A	Annotation	a:embeddableClass()Class<?>	a:instantiator()Class<+EmbeddableInstantiator>
EmbeddableInstantiatorRegistrations	A	Annotation	a:value()EmbeddableInstantiatorRegistration[]
Fetch	A	Annotation	a:value()org.hibernate.annotations.FetchMode
FetchMode	Ef	Enum<org.hibernate.annotations.FetchMode>	e:SELECT=org.hibernate.annotations.FetchMode	e:JOIN=org.hibernate.annotations.FetchMode	e:SUBSELECT=org.hibernate.annotations.FetchMode	getHibernateFetchMode()FetchMode	s:valueOf(String)org.hibernate.annotations.FetchMode	s:values()org.hibernate.annotations.FetchMode[]
FetchProfile	A	Annotation	a:fetchOverrides()FetchProfile$FetchOverride[]	a:name()String
FetchProfile$FetchOverride	As	Annotation	a:association()String	a:entity()Class<?>	a:fetch()FetchType	a:mode()org.hibernate.annotations.FetchMode
FetchProfileOverride	A	Annotation	a:fetch()FetchType	a:mode()org.hibernate.annotations.FetchMode	a:profile()String
FetchProfileOverrides	A	Annotation	a:value()FetchProfileOverride[]
FetchProfiles	A	Annotation	a:value()FetchProfile[]
Filter	A	Annotation	a:aliases()SqlFragmentAlias[]	a:condition()String	a:deduceAliasInjectionPoints()boolean	a:name()String
FilterDef	A	Annotation	a:applyToLoadByKey()boolean	a:autoEnabled()boolean	a:defaultCondition()String	a:name()String	a:parameters()ParamDef[]
FilterDefs	A	Annotation	a:value()FilterDef[]
FilterJoinTable	A	Annotation	a:aliases()SqlFragmentAlias[]	a:condition()String	a:deduceAliasInjectionPoints()boolean	a:name()String
FilterJoinTables	A	Annotation	a:value()FilterJoinTable[]
Filters	A	Annotation	a:value()org.hibernate.annotations.Filter[]
FlushModeType	Ef	Enum<org.hibernate.annotations.FlushModeType>	e:ALWAYS=org.hibernate.annotations.FlushModeType	e:AUTO=org.hibernate.annotations.FlushModeType	e:COMMIT=org.hibernate.annotations.FlushModeType	e:MANUAL=org.hibernate.annotations.FlushModeType	e:PERSISTENCE_CONTEXT=org.hibernate.annotations.FlushModeType	s:valueOf(String)org.hibernate.annotations.FlushModeType	s:values()org.hibernate.annotations.FlushModeType[]
ForeignKey	A	Annotation	a:inverseName()String	a:name()String
Formula	A	Annotation	a:value()String
FractionalSeconds	A	Annotation	a:value()int
Generated	A	Annotation	a:event()EventType[]	a:sql()String	a:value()GenerationTime	a:writable()boolean
GeneratedColumn	A	Annotation	a:value()String
GenerationTime	Ef	Enum<GenerationTime>	e:NEVER=GenerationTime	e:INSERT=GenerationTime	e:UPDATE=GenerationTime	e:ALWAYS=GenerationTime	eventTypes()EnumSet<EventType>	getEquivalent()GenerationTiming	s:valueOf(String)GenerationTime	s:values()GenerationTime[]
GeneratorType	A	Annotation	a:type()Class<+ValueGenerator<?>>	a:when()GenerationTime
GenericGenerator	A	Annotation	a:name()String	a:parameters()Parameter[]	a:strategy()String	a:type()Class<+Generator>
GenericGenerators	A	Annotation	a:value()GenericGenerator[]
HQLSelect	A	Annotation	a:query()String
IdGeneratorType	A	Annotation	a:value()Class<+Generator>
Immutable	A	Annotation
Imported	A	Annotation	a:rename()String
Index	A	Annotation	a:columnNames()String[]	a:name()String
IndexColumn	A	Annotation	a:base()int	a:columnDefinition()String	a:name()String	a:nullable()boolean
Instantiator	A	Annotation	a:value()String[]
JavaType	A	Annotation	a:value()Class<+BasicJavaType<?>>
JavaTypeRegistration	A	Annotation	a:descriptorClass()Class<+BasicJavaType<?>>	a:javaType()Class<?>
JavaTypeRegistrations	A	Annotation	a:value()JavaTypeRegistration[]
JdbcType	A	Annotation	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
JdbcTypeCode	A	Annotation	a:value()int
JdbcTypeRegistration	A	Annotation	a:registrationCode()int	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
JdbcTypeRegistrations	A	Annotation	a:value()JdbcTypeRegistration[]
JoinColumnOrFormula	A	Annotation	a:column()JoinColumn	a:formula()JoinFormula
JoinColumnsOrFormulas	A	Annotation	a:value()JoinColumnOrFormula[]
JoinFormula	A	Annotation	a:referencedColumnName()String	a:value()String
LazyCollection	A	Annotation	a:value()LazyCollectionOption
LazyCollectionOption	Ef	Enum<LazyCollectionOption>	e:FALSE=LazyCollectionOption	e:TRUE=LazyCollectionOption	e:EXTRA=LazyCollectionOption	s:valueOf(String)LazyCollectionOption	s:values()LazyCollectionOption[]
LazyGroup	A	Annotation	a:value()String
LazyToOne	A	Annotation	a:value()LazyToOneOption
LazyToOneOption	Ef	Enum<LazyToOneOption>	e:FALSE=LazyToOneOption	e:PROXY=LazyToOneOption	e:NO_PROXY=LazyToOneOption	s:valueOf(String)LazyToOneOption	s:values()LazyToOneOption[]
ListIndexBase	A	Annotation	a:value()int
ListIndexJavaType	A	Annotation	a:value()Class<+BasicJavaType<?>>
ListIndexJdbcType	A	Annotation	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
ListIndexJdbcTypeCode	A	Annotation	a:value()int
Loader	A	Annotation	a:namedQuery()String
ManyToAny	A	Annotation	a:fetch()FetchType
MapKeyCompositeType	A	Annotation	a:value()Class<+CompositeUserType<?>>
MapKeyJavaType	A	Annotation	a:value()Class<+BasicJavaType<?>>
MapKeyJdbcType	A	Annotation	a:value()Class<+org.hibernate.type.descriptor.jdbc.JdbcType>
MapKeyJdbcTypeCode	A	Annotation	a:value()int
MapKeyMutability	A	Annotation	a:value()Class<+MutabilityPlan<?>>
MapKeyType	A	Annotation	a:parameters()Parameter[]	a:value()Class<+UserType<?>>
Mutability	A	Annotation	a:value()Class<+MutabilityPlan<?>>
NamedNativeQueries	A	Annotation	a:value()NamedNativeQuery[]
NamedNativeQuery	A	Annotation	a:cacheMode()CacheModeType	a:cacheRegion()String	a:cacheRetrieveMode()CacheRetrieveMode	a:cacheStoreMode()CacheStoreMode	a:cacheable()boolean	a:callable()boolean	a:comment()String	a:fetchSize()int	a:flushMode()org.hibernate.annotations.FlushModeType	a:name()String	a:query()String	a:querySpaces()String[]	a:readOnly()boolean	a:resultClass()Class<?>	a:resultSetMapping()String	a:timeout()int
NamedQueries	A	Annotation	a:value()NamedQuery[]
NamedQuery	A	Annotation	a:cacheMode()CacheModeType	a:cacheRegion()String	a:cacheRetrieveMode()CacheRetrieveMode	a:cacheStoreMode()CacheStoreMode	a:cacheable()boolean	a:comment()String	a:fetchSize()int	a:flushMode()org.hibernate.annotations.FlushModeType	a:name()String	a:query()String	a:readOnly()boolean	a:timeout()int
Nationalized	A	Annotation
NaturalId	A	Annotation	a:mutable()boolean
NaturalIdCache	A	Annotation	a:region()String
NoAttributeConverter	C<O,R>	;AttributeConverter<O,R>	convertToDatabaseColumn(Object)R	convertToEntityAttribute(Object)O	new()
NotFound	A	Annotation	a:action()NotFoundAction
NotFoundAction	Ef	Enum<NotFoundAction>	e:EXCEPTION=NotFoundAction	e:IGNORE=NotFoundAction	s:valueOf(String)NotFoundAction	s:values()NotFoundAction[]
OnDelete	A	Annotation	a:action()OnDeleteAction
OnDeleteAction	Ef	Enum<OnDeleteAction>	e:NO_ACTION=OnDeleteAction	e:CASCADE=OnDeleteAction	e:RESTRICT=OnDeleteAction	e:SET_NULL=OnDeleteAction	e:SET_DEFAULT=OnDeleteAction	getAlternativeName()String	s:fromExternalForm(Object)OnDeleteAction	s:valueOf(String)OnDeleteAction	s:values()OnDeleteAction[]	toSqlString()String
OptimisticLock	A	Annotation	a:excluded()boolean
OptimisticLockType	Ef	Enum<OptimisticLockType>	e:NONE=OptimisticLockType	e:VERSION=OptimisticLockType	e:DIRTY=OptimisticLockType	e:ALL=OptimisticLockType	s:valueOf(String)OptimisticLockType	s:values()OptimisticLockType[]
OptimisticLocking	A	Annotation	a:type()OptimisticLockType
OrderBy	A	Annotation	a:clause()String
ParamDef	A	Annotation	a:name()String	a:resolver()Class<+Supplier>	a:type()Class<?>
Parameter	A	Annotation	a:name()String	a:value()String
Parent	A	Annotation
PartitionKey	A	Annotation
Persister	A	Annotation	a:impl()Class<?>
Polymorphism	A	Annotation	a:type()PolymorphismType
PolymorphismType	Ef	Enum<PolymorphismType>	e:IMPLICIT=PolymorphismType	e:EXPLICIT=PolymorphismType	getExternalForm()String	s:fromExternalValue(Object)PolymorphismType	s:valueOf(String)PolymorphismType	s:values()PolymorphismType[]
Proxy	A	Annotation	a:lazy()boolean	a:proxyClass()Class<?>
QueryCacheLayout	A	Annotation	a:layout()CacheLayout
QueryHints	Cf		s:CACHEABLE=String="org.hibernate.cacheable"	s:CACHE_MODE=String="org.hibernate.cacheMode"	s:CACHE_REGION=String="org.hibernate.cacheRegion"	s:CALLABLE_FUNCTION=String="org.hibernate.callableFunction"	s:COMMENT=String="org.hibernate.comment"	s:FETCH_SIZE=String="org.hibernate.fetchSize"	s:FLUSH_MODE=String="org.hibernate.flushMode"	s:FOLLOW_ON_LOCKING=String="hibernate.query.followOnLocking"	s:NATIVE_LOCKMODE=String="org.hibernate.lockMode"	s:NATIVE_SPACES=String="org.hibernate.query.native.spaces"	s:READ_ONLY=String="org.hibernate.readOnly"	s:TIMEOUT_HIBERNATE=String="org.hibernate.timeout"	s:TIMEOUT_JAKARTA_JPA=String="jakarta.persistence.query.timeout"	s:TIMEOUT_JPA=String="javax.persistence.query.timeout"
ResultCheckStyle	Ef	Enum<ResultCheckStyle>	e:NONE=ResultCheckStyle	e:COUNT=ResultCheckStyle	e:PARAM=ResultCheckStyle	s:valueOf(String)ResultCheckStyle	s:values()ResultCheckStyle[]
RowId	A	Annotation	a:value()String
SQLDelete	A	Annotation	a:callable()boolean	a:check()ResultCheckStyle	a:sql()String	a:table()String	a:verify()Class<+Expectation>
SQLDeleteAll	A	Annotation	a:callable()boolean	a:check()ResultCheckStyle	a:sql()String	a:table()String	a:verify()Class<+Expectation>
SQLDeletes	A	Annotation	a:value()SQLDelete[]
SQLInsert	A	Annotation	a:callable()boolean	a:check()ResultCheckStyle	a:sql()String	a:table()String	a:verify()Class<+Expectation>
SQLInserts	A	Annotation	a:value()SQLInsert[]
SQLJoinTableRestriction	A	Annotation	a:value()String
SQLOrder	A	Annotation	a:value()String
SQLRestriction	A	Annotation	a:value()String
SQLSelect	A	Annotation	a:querySpaces()String[]	a:resultSetMapping()SqlResultSetMapping	a:sql()String
SQLUpdate	A	Annotation	a:callable()boolean	a:check()ResultCheckStyle	a:sql()String	a:table()String	a:verify()Class<+Expectation>
SQLUpdates	A	Annotation	a:value()SQLUpdate[]
SecondaryRow	A	Annotation	a:optional()boolean	a:owned()boolean	a:table()String
SecondaryRows	A	Annotation	a:value()SecondaryRow[]
SelectBeforeUpdate	A	Annotation	a:value()boolean
SoftDelete	A	Annotation	a:columnName()String	a:converter()Class<+AttributeConverter<Boolean,?>>	a:strategy()SoftDeleteType
SoftDelete$UnspecifiedConversion	Is	AttributeConverter<Boolean,Object>
SoftDeleteType	Ef	Enum<SoftDeleteType>	e:ACTIVE=SoftDeleteType	e:DELETED=SoftDeleteType	getDefaultColumnName()String	s:valueOf(String)SoftDeleteType	s:values()SoftDeleteType[]
SortComparator	A	Annotation	a:value()Class<+Comparator<?>>
SortNatural	A	Annotation
Source	A	Annotation	a:value()SourceType
SourceType	Ef	Enum<SourceType>	e:VM=SourceType	e:DB=SourceType	s:valueOf(String)SourceType	s:values()SourceType[]
SqlFragmentAlias	A	Annotation	a:alias()String	a:entity()Class<?>	a:table()String
Struct	A	Annotation	a:attributes()String[]	a:catalog()String	a:name()String	a:schema()String
Subselect	A	Annotation	a:value()String
Synchronize	A	Annotation	a:logical()boolean	a:value()String[]
Table	A	Annotation	a:appliesTo()String	a:checkConstraint()String	a:comment()String	a:fetch()org.hibernate.annotations.FetchMode	a:foreignKey()ForeignKey	a:indexes()Index[]	a:inverse()boolean	a:optional()boolean	a:sqlDelete()SQLDelete	a:sqlInsert()SQLInsert	a:sqlUpdate()SQLUpdate
Tables	A	Annotation	a:value()Table[]
Target	A	Annotation	a:value()Class<?>
TenantId	A	Annotation
TimeZoneColumn	A	Annotation	a:columnDefinition()String	a:insertable()boolean	a:name()String	a:table()String	a:updatable()boolean
TimeZoneStorage	A	Annotation	a:value()TimeZoneStorageType
TimeZoneStorageType	Ef	Enum<TimeZoneStorageType>	e:NATIVE=TimeZoneStorageType	e:NORMALIZE=TimeZoneStorageType	e:NORMALIZE_UTC=TimeZoneStorageType	e:COLUMN=TimeZoneStorageType	e:AUTO=TimeZoneStorageType	e:DEFAULT=TimeZoneStorageType	s:valueOf(String)TimeZoneStorageType	s:values()TimeZoneStorageType[]
Type	A	Annotation	a:parameters()Parameter[]	a:value()Class<+UserType<?>>
TypeBinderType	A	Annotation	a:binder()Class<+TypeBinder<?>>
TypeRegistration	A	Annotation	a:basicClass()Class<?>	a:userType()Class<+UserType<?>>
TypeRegistrations	A	Annotation	a:value()TypeRegistration[]
UpdateTimestamp	A	Annotation	a:source()SourceType
UuidGenerator	A	Annotation	a:algorithm()Class<+UuidValueGenerator>	a:style()UuidGenerator$Style
UuidGenerator$Style	Efs	Enum<UuidGenerator$Style>	e:AUTO=UuidGenerator$Style	e:RANDOM=UuidGenerator$Style	e:TIME=UuidGenerator$Style	s:valueOf(String)UuidGenerator$Style	s:values()UuidGenerator$Style[]
ValueGenerationType	A	Annotation	a:generatedBy()Class<+Generator>
View	A	Annotation	a:query()String
Where	A	Annotation	a:clause()String
WhereJoinTable	A	Annotation	a:clause()String
@org.hibernate.metamodel.model.domain
JpaMetamodel	I	Metamodel	a:addNamedEntityGraph<T>(String,RootGraphImplementor<T>)	a:embeddable<X>(Class<X>)EmbeddableDomainType<X>	a:embeddable<X>(String)EmbeddableDomainType<X>	a:entity<X>(Class<X>)EntityDomainType<X>	a:entity<X>(String)EntityDomainType<X>	a:enumValue<E:Enum<E>>(EnumJavaType<E>,String)E	a:findEntityGraphByName<T>(String)RootGraphImplementor<T>	a:findEntityGraphsByJavaType<T>(Class<T>)List<RootGraphImplementor<-T>>	a:findEntityType<X>(Class<X>)EntityDomainType<X>	a:findManagedType<X>(Class<X>)ManagedDomainType<X>	a:getEmbeddables()Set<EmbeddableType<?>>	a:getEntities()Set<EntityType<?>>	a:getEnumType(String)EnumJavaType<?>	a:getEnumTypesForValue(String)Set<String>	a:getHqlEntityReference<X>(String)EntityDomainType<X>	a:getJavaConstant<T>(String,String)T	a:getJavaConstantType(String,String)JavaType<?>	a:getJpaCompliance()JpaCompliance	a:getManagedTypes()Set<ManagedType<?>>	a:getServiceRegistry()ServiceRegistry	a:getTypeConfiguration()TypeConfiguration	a:managedType<X>(Class<X>)ManagedDomainType<X>	a:managedType<X>(String)ManagedDomainType<X>	a:qualifyImportableName(String)String	a:resolveHqlEntityReference<X>(String)EntityDomainType<X>
@org.hibernate.query
QueryProducer	I		a:createMutationQuery(CriteriaDelete)MutationQuery	a:createMutationQuery(CriteriaUpdate)MutationQuery	a:createMutationQuery(String)MutationQuery	a:createMutationQuery(JpaCriteriaInsert)MutationQuery	a:createMutationQuery(JpaCriteriaInsertSelect)MutationQuery	a:createNamedMutationQuery(String)MutationQuery	a:createNamedQuery(String)org.hibernate.query.Query	a:createNamedQuery<R>(String,Class<R>)org.hibernate.query.Query<R>	a:createNamedSelectionQuery(String)SelectionQuery<?>	a:createNamedSelectionQuery<R>(String,Class<R>)SelectionQuery<R>	a:createNativeMutationQuery(String)MutationQuery	a:createNativeQuery(String)NativeQuery	a:createNativeQuery(String,String)NativeQuery	a:createNativeQuery<R>(String,Class<R>)NativeQuery<R>	a:createNativeQuery<R>(String,Class<R>,String)NativeQuery<R>	a:createNativeQuery<R>(String,String,Class<R>)NativeQuery<R>	a:createQuery(CriteriaDelete)org.hibernate.query.Query	a:createQuery(CriteriaUpdate)org.hibernate.query.Query	a:createQuery(String)org.hibernate.query.Query	a:createQuery<R>(CriteriaQuery<R>)org.hibernate.query.Query<R>	a:createQuery<R>(String,Class<R>)org.hibernate.query.Query<R>	a:createSelectionQuery(String)SelectionQuery<?>	a:createSelectionQuery<R>(CriteriaQuery<R>)SelectionQuery<R>	a:createSelectionQuery<R>(String,Class<R>)SelectionQuery<R>	a:getNamedNativeQuery(String)NativeQuery	a:getNamedNativeQuery(String,String)NativeQuery	a:getNamedQuery(String)org.hibernate.query.Query
@org.hibernate.validator.constraints
CodePointLength	A	Annotation	a:groups()Class<?>[]	a:max()int	a:message()String	a:min()int	a:normalizationStrategy()CodePointLength$NormalizationStrategy	a:payload()Class<+Payload>[]
CodePointLength$List	As	Annotation	a:value()CodePointLength[]
CodePointLength$NormalizationStrategy	Efs	Enum<CodePointLength$NormalizationStrategy>	e:NONE=CodePointLength$NormalizationStrategy	e:NFD=CodePointLength$NormalizationStrategy	e:NFC=CodePointLength$NormalizationStrategy	e:NFKD=CodePointLength$NormalizationStrategy	e:NFKC=CodePointLength$NormalizationStrategy	normalize(CharSequence)CharSequence	s:valueOf(String)CodePointLength$NormalizationStrategy	s:values()CodePointLength$NormalizationStrategy[]
CompositionType	Ef	Enum<CompositionType>	e:OR=CompositionType	e:AND=CompositionType	e:ALL_FALSE=CompositionType	s:valueOf(String)CompositionType	s:values()CompositionType[]
ConstraintComposition	A	Annotation	a:value()CompositionType
CreditCardNumber	A	Annotation	a:groups()Class<?>[]	a:ignoreNonDigitCharacters()boolean	a:message()String	a:payload()Class<+Payload>[]
CreditCardNumber$List	As	Annotation	a:value()CreditCardNumber[]
Currency	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:value()String[]
Currency$List	As	Annotation	a:value()Currency[]
EAN	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:type()EAN$Type
EAN$List	As	Annotation	a:value()EAN[]
EAN$Type	Efs	Enum<EAN$Type>	e:EAN13=EAN$Type	e:EAN8=EAN$Type	s:valueOf(String)EAN$Type	s:values()EAN$Type[]
Email	A	Annotation	a:flags()Pattern$Flag[]	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:regexp()String
Email$List	As	Annotation	a:value()Email[]
ISBN	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]	a:type()ISBN$Type
ISBN$List	As	Annotation	a:value()ISBN[]
ISBN$Type	Efs	Enum<ISBN$Type>	e:ISBN_10=ISBN$Type	e:ISBN_13=ISBN$Type	e:ANY=ISBN$Type	s:valueOf(String)ISBN$Type	s:values()ISBN$Type[]
Length	A	Annotation	a:groups()Class<?>[]	a:max()int	a:message()String	a:min()int	a:payload()Class<+Payload>[]
Length$List	As	Annotation	a:value()Length[]
LuhnCheck	A	Annotation	a:checkDigitIndex()int	a:endIndex()int	a:groups()Class<?>[]	a:ignoreNonDigitCharacters()boolean	a:message()String	a:payload()Class<+Payload>[]	a:startIndex()int
LuhnCheck$List	As	Annotation	a:value()LuhnCheck[]
Mod10Check	A	Annotation	a:checkDigitIndex()int	a:endIndex()int	a:groups()Class<?>[]	a:ignoreNonDigitCharacters()boolean	a:message()String	a:multiplier()int	a:payload()Class<+Payload>[]	a:startIndex()int	a:weight()int
Mod10Check$List	As	Annotation	a:value()Mod10Check[]
Mod11Check	A	Annotation	a:checkDigitIndex()int	a:endIndex()int	a:groups()Class<?>[]	a:ignoreNonDigitCharacters()boolean	a:message()String	a:payload()Class<+Payload>[]	a:processingDirection()Mod11Check$ProcessingDirection	a:startIndex()int	a:threshold()int	a:treatCheck10As()char	a:treatCheck11As()char
Mod11Check$List	As	Annotation	a:value()Mod11Check[]
Mod11Check$ProcessingDirection	Efs	Enum<Mod11Check$ProcessingDirection>	e:RIGHT_TO_LEFT=Mod11Check$ProcessingDirection	e:LEFT_TO_RIGHT=Mod11Check$ProcessingDirection	s:valueOf(String)Mod11Check$ProcessingDirection	s:values()Mod11Check$ProcessingDirection[]
ModCheck	A	Annotation	a:checkDigitPosition()int	a:endIndex()int	a:groups()Class<?>[]	a:ignoreNonDigitCharacters()boolean	a:message()String	a:modType()ModCheck$ModType	a:multiplier()int	a:payload()Class<+Payload>[]	a:startIndex()int
ModCheck$List	As	Annotation	a:value()ModCheck[]
ModCheck$ModType	Efs	Enum<ModCheck$ModType>	e:MOD10=ModCheck$ModType	e:MOD11=ModCheck$ModType	s:valueOf(String)ModCheck$ModType	s:values()ModCheck$ModType[]
Normalized	A	Annotation	a:form()Normalizer$Form	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
Normalized$List	As	Annotation	a:value()Normalized[]
NotBlank	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NotBlank$List	As	Annotation	a:value()NotBlank[]
NotEmpty	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
NotEmpty$List	As	Annotation	a:value()NotEmpty[]
ParameterScriptAssert	A	Annotation	a:groups()Class<?>[]	a:lang()String	a:message()String	a:payload()Class<+Payload>[]	a:script()String
ParameterScriptAssert$List	As	Annotation	a:value()ParameterScriptAssert[]
Range	A	Annotation	a:groups()Class<?>[]	a:max()long	a:message()String	a:min()long	a:payload()Class<+Payload>[]
Range$List	As	Annotation	a:value()Range[]
ScriptAssert	A	Annotation	a:alias()String	a:groups()Class<?>[]	a:lang()String	a:message()String	a:payload()Class<+Payload>[]	a:reportOn()String	a:script()String
ScriptAssert$List	As	Annotation	a:value()ScriptAssert[]
URL	A	Annotation	a:flags()Pattern$Flag[]	a:groups()Class<?>[]	a:host()String	a:message()String	a:payload()Class<+Payload>[]	a:port()int	a:protocol()String	a:regexp()String
URL$List	As	Annotation	a:value()URL[]
UUID	A	Annotation	a:allowEmpty()boolean	a:allowNil()boolean	a:groups()Class<?>[]	a:letterCase()UUID$LetterCase	a:message()String	a:payload()Class<+Payload>[]	a:variant()int[]	a:version()int[]
UUID$LetterCase	Efs	Enum<UUID$LetterCase>	e:LOWER_CASE=UUID$LetterCase	e:UPPER_CASE=UUID$LetterCase	e:INSENSITIVE=UUID$LetterCase	s:valueOf(String)UUID$LetterCase	s:values()UUID$LetterCase[]
UUID$List	As	Annotation	a:value()UUID[]
UniqueElements	A	Annotation	a:groups()Class<?>[]	a:message()String	a:payload()Class<+Payload>[]
UniqueElements$List	As	Annotation	a:value()UniqueElements[]
@org.mybatis.spring
MyBatisExceptionTranslator	C	;PersistenceExceptionTranslator	new(Supplier<SQLExceptionTranslator>,boolean)	new(DataSource,boolean)	translateExceptionIfPossible(RuntimeException)DataAccessException
MyBatisSystemException	C	UncategorizedDataAccessException	new(String,Throwable)	new(Throwable)
SqlSessionFactoryBean	C	;FactoryBean<SqlSessionFactory>;InitializingBean;ApplicationListener<ContextRefreshedEvent>	afterPropertiesSet()	getCache()org.apache.ibatis.cache.Cache	getDatabaseIdProvider()DatabaseIdProvider	getObject()SqlSessionFactory	getObjectType()Class<+SqlSessionFactory>	getVfs()Class<+VFS>	isSingleton()boolean	new()	onApplicationEvent(ContextRefreshedEvent)	p:buildSqlSessionFactory()SqlSessionFactory	setCache(org.apache.ibatis.cache.Cache)	setConfigLocation(Resource)	setConfiguration(Configuration)	setConfigurationProperties(Properties)	setDataSource(DataSource)	setDatabaseIdProvider(DatabaseIdProvider)	setDefaultEnumTypeHandler(Class<+TypeHandler>)	setDefaultScriptingLanguageDriver(Class<+LanguageDriver>)	setEnvironment(String)	setFailFast(boolean)	setObjectFactory(org.apache.ibatis.reflection.factory.ObjectFactory)	setObjectWrapperFactory(ObjectWrapperFactory)	setSqlSessionFactoryBuilder(SqlSessionFactoryBuilder)	setTransactionFactory(TransactionFactory)	setTypeAliasesPackage(String)	setTypeAliasesSuperType(Class<?>)	setTypeHandlersPackage(String)	setVfs(Class<+VFS>)	v:addMapperLocations(Resource[])	v:addPlugins(Interceptor[])	v:addScriptingLanguageDrivers(LanguageDriver[])	v:addTypeAliases(Class<?>[])	v:addTypeHandlers(TypeHandler<?>[])	v:setMapperLocations(Resource[])	v:setPlugins(Interceptor[])	v:setScriptingLanguageDrivers(LanguageDriver[])	v:setTypeAliases(Class<?>[])	v:setTypeHandlers(TypeHandler<?>[])
SqlSessionHolder	Cf	ResourceHolderSupport	getExecutorType()ExecutorType	getPersistenceExceptionTranslator()PersistenceExceptionTranslator	getSqlSession()SqlSession	new(SqlSession,ExecutorType,PersistenceExceptionTranslator)
SqlSessionTemplate	C	;SqlSession;DisposableBean	clearCache()	close()	commit()	commit(boolean)	delete(String)int	delete(String,Object)int	destroy()	flushStatements()List<BatchResult>	getConfiguration()Configuration	getConnection()Connection	getExecutorType()ExecutorType	getMapper<T>(Class<T>)T	getPersistenceExceptionTranslator()PersistenceExceptionTranslator	getSqlSessionFactory()SqlSessionFactory	insert(String)int	insert(String,Object)int	new(SqlSessionFactory)	new(SqlSessionFactory,ExecutorType)	new(SqlSessionFactory,ExecutorType,PersistenceExceptionTranslator)	rollback()	rollback(boolean)	select(String,Object,ResultHandler)	select(String,Object,RowBounds,ResultHandler)	select(String,ResultHandler)	selectCursor<T>(String)Cursor<T>	selectCursor<T>(String,Object)Cursor<T>	selectCursor<T>(String,Object,RowBounds)Cursor<T>	selectList<E>(String)List<E>	selectList<E>(String,Object)List<E>	selectList<E>(String,Object,RowBounds)List<E>	selectMap<K,V>(String,Object,String)Map<K,V>	selectMap<K,V>(String,Object,String,RowBounds)Map<K,V>	selectMap<K,V>(String,String)Map<K,V>	selectOne<T>(String)T	selectOne<T>(String,Object)T	update(String)int	update(String,Object)int
SqlSessionUtils	Cf		s:closeSqlSession(SqlSession,SqlSessionFactory)	s:getSqlSession(SqlSessionFactory)SqlSession	s:getSqlSession(SqlSessionFactory,ExecutorType,PersistenceExceptionTranslator)SqlSession	s:isSqlSessionTransactional(SqlSession,SqlSessionFactory)boolean
@org.mybatis.spring.annotation
MapperScan	A	Annotation	a:annotationClass()Class<+Annotation>	a:basePackageClasses()Class<?>[]	a:basePackages()String[]	a:defaultScope()String	a:excludeFilters()ComponentScan$Filter[]	a:factoryBean()Class<+MapperFactoryBean>	a:lazyInitialization()String	a:markerInterface()Class<?>	a:nameGenerator()Class<+BeanNameGenerator>	a:processPropertyPlaceHolders()boolean	a:sqlSessionFactoryRef()String	a:sqlSessionTemplateRef()String	a:value()String[]
MapperScannerRegistrar	C	;ImportBeanDefinitionRegistrar;ResourceLoaderAware	new()	registerBeanDefinitions(AnnotationMetadata,BeanDefinitionRegistry)	setResourceLoader(ResourceLoader)
MapperScans	A	Annotation	a:value()MapperScan[]
