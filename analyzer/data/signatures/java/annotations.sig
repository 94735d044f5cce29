=io.micrometer.core.annotation	Timed
=io.micrometer.core.instrument	AbstractMeter	AbstractTimerBuilder	Clock	Counter	Counter$Builder	DistributionSummary	DistributionSummary$Builder	FunctionCounter	FunctionCounter$Builder	FunctionTimer	FunctionTimer$Builder	Gauge	Gauge$Builder	HighCardinalityTagsDetector	LongTaskTimer	LongTaskTimer$Builder	LongTaskTimer$Sample	Measurement	Meter	Meter$Builder	Meter$Id	Meter$MeterProvider	Meter$Type	MeterRegistry	MeterRegistry$Config	MeterRegistry$More	Metrics$More	MockClock	MultiGauge	MultiGauge$Builder	MultiGauge$Row	Statistic	Tag	Tags	TimeGauge	TimeGauge$Builder	Timer	Timer$Builder	Timer$ResourceSample	Timer$Sample
=io.micrometer.core.instrument.composite	CompositeMeterRegistry
=io.micrometer.core.instrument.config	MeterFilter	NamingConvention
=io.micrometer.core.instrument.distribution	DistributionStatisticConfig	DistributionStatisticConfig$Builder	Histogram	HistogramSnapshot	HistogramSupport
=io.micrometer.core.instrument.distribution.pause	PauseDetector
=io.micrometer.core.instrument.search	RequiredSearch	Search
=io.swagger.annotations	ApiImplicitParam	ApiKeyAuthDefinition	ApiKeyAuthDefinition$ApiKeyLocation	ApiModelProperty$AccessMode	ApiResponse	Authorization	AuthorizationScope	BasicAuthDefinition	Contact	Example	ExampleProperty	Extension	ExtensionProperty	ExternalDocs	Info	License	OAuth2Definition	OAuth2Definition$Flow	ResponseHeader	Scope	SecurityDefinition	SwaggerDefinition$Scheme
=io.swagger.v3.oas.annotations	ExternalDocumentation	Operation	Parameter	StringToClassMapItem	Webhook
=io.swagger.v3.oas.annotations.callbacks	Callback
=io.swagger.v3.oas.annotations.enums	Explode	ParameterIn	ParameterStyle	SecuritySchemeIn	SecuritySchemeType
=io.swagger.v3.oas.annotations.headers	Header
=io.swagger.v3.oas.annotations.links	Link	LinkParameter
=io.swagger.v3.oas.annotations.media	ArraySchema	Content	DependentRequired	DependentSchema	DiscriminatorMapping	Encoding	ExampleObject	PatternProperty	Schema	Schema$AccessMode	Schema$AdditionalPropertiesValue	Schema$RequiredMode	Schema$SchemaResolution	SchemaProperty
=io.swagger.v3.oas.annotations.parameters	RequestBody
=io.swagger.v3.oas.annotations.security	OAuthFlow	OAuthFlows	OAuthScope	SecurityRequirement	SecurityScheme
=io.swagger.v3.oas.annotations.servers	Server	ServerVariable
=java.io	PrintStream	PrintWriter
=java.lang	AutoCloseable	Boolean	Class	Comparable	Double	Enum	Exception	Integer	Iterable	Long	Number	Object	Package	Runnable	RuntimeException	String	Throwable
=java.lang.annotation	Annotation
=java.lang.reflect	AnnotatedElement	Constructor	Field	Method	Type	TypeVariable
=java.time	Duration
=java.util	Collection	Iterator	List	Map	Optional	Spliterator
=java.util.concurrent	Callable	TimeUnit
=java.util.function	BiConsumer	BooleanSupplier	Consumer	DoubleSupplier	Function	IntSupplier	LongSupplier	Supplier	ToDoubleFunction	ToLongFunction
=java.util.stream	Stream
=javax.annotation	MatchesPattern	Nonnegative	Nonnull	RegEx
=javax.annotation.meta	TypeQualifierValidator	When
=lombok	AccessLevel	AllArgsConstructor$AnyAnnotation	EqualsAndHashCode$AnyAnnotation	EqualsAndHashCode$CacheStrategy	Getter$AnyAnnotation	NoArgsConstructor$AnyAnnotation	RequiredArgsConstructor$AnyAnnotation	Setter$AnyAnnotation	With$AnyAnnotation
=lombok.core.configuration	CallSuperType	CapitalizationStrategy	CheckerFrameworkVersion	ConfigurationKey	FlagUsageType	IdentifierName	LogDeclaration	NullAnnotationLibrary	NullCheckExceptionType	TypeName
=lombok.experimental	WithBy$AnyAnnotation	Wither$AnyAnnotation
=org.aspectj.lang	JoinPoint	JoinPoint$StaticPart	Signature
=org.aspectj.lang.reflect	Advice	AdviceKind	AjType	CodeSignature	DeclareAnnotation	DeclareAnnotation$Kind	DeclareErrorOrWarning	DeclareParents	DeclarePrecedence	DeclareSoft	InterTypeConstructorDeclaration	InterTypeDeclaration	InterTypeFieldDeclaration	InterTypeMethodDeclaration	MemberSignature	PerClause	PerClauseKind	Pointcut	PointcutExpression	SignaturePattern	SourceLocation	TypePattern
=org.aspectj.runtime.internal	AroundClosure
=org.jetbrains.annotations	Nls$Capitalization
=org.mapstruct	AnnotateWith	AnnotateWith$Element	Builder	CollectionMappingStrategy	ConditionStrategy	InjectionStrategy	Mapping	MappingInheritanceStrategy	NullValueCheckStrategy	NullValueMappingStrategy	NullValuePropertyMappingStrategy	ReportingPolicy	SubclassExhaustiveStrategy	SubclassMapping	ValueMapping
@io.micrometer.core.annotation
Counted	A	Annotation	a:description()String	a:extraTags()String[]	a:recordFailuresOnly()boolean	a:value()String
Incubating	A	Annotation	a:since()String
Timed	A	Annotation	a:description()String	a:extraTags()String[]	a:histogram()boolean	a:longTask()boolean	a:percentiles()double[]	a:serviceLevelObjectives()double[]	a:value()String
TimedSet	A	Annotation	a:value()Timed[]
@io.micrometer.core.instrument
AbstractDistributionSummary	Ca	AbstractMeter;DistributionSummary	ap:recordNonNegative(double)	p:histogram=Histogram	p:new(Meter$Id,Clock,DistributionStatisticConfig,double,boolean)	p:new(Meter$Id,double,Histogram)	record(double)	sp:defaultHistogram(Clock,DistributionStatisticConfig,boolean)Histogram	takeSnapshot()HistogramSnapshot
AbstractMeter	Ca	;Meter	getId()Meter$Id	new(Meter$Id)
AbstractTimer	Ca	AbstractMeter;Timer	ap:recordNonNegative(long,TimeUnit)	baseTimeUnit()TimeUnit	close()	p:clock=Clock	p:histogram=Histogram	p:new(Meter$Id,Clock,DistributionStatisticConfig,PauseDetector,TimeUnit)	p:new(Meter$Id,Clock,DistributionStatisticConfig,PauseDetector,TimeUnit,boolean)	p:new(Meter$Id,Clock,PauseDetector,TimeUnit,Histogram)	record(Runnable)	record(BooleanSupplier)boolean	record(DoubleSupplier)double	record(IntSupplier)int	record(LongSupplier)long	record(long,TimeUnit)	record<T>(Supplier<T>)T	recordCallable<T>(Callable<T>)T	sp:defaultHistogram(Clock,DistributionStatisticConfig,boolean)Histogram	takeSnapshot()HistogramSnapshot
AbstractTimerBuilder	Ca<B:AbstractTimerBuilder<B>>		description(String)B	distributionStatisticBufferLength(Integer)B	distributionStatisticExpiry(Duration)B	maximumExpectedValue(Duration)B	minimumExpectedValue(Duration)B	p:description=String	p:distributionConfigBuilder=DistributionStatisticConfig$Builder	p:name=String	p:new(String)	p:pauseDetector=PauseDetector	p:tags=Tags	pauseDetector(PauseDetector)B	percentilePrecision(Integer)B	publishPercentileHistogram(Boolean)B	publishPercentileHistogram()B	tag(String,String)B	tags(Iterable<Tag>)B	v:publishPercentiles(double[])B	v:serviceLevelObjectives(Duration[])B	v:sla(Duration[])B	v:tags(String[])B
Clock	I		a:monotonicTime()long	a:wallTime()long	s:SYSTEM=Clock
Counter	I	Meter	a:count()double	a:increment(double)	d:increment()	d:measure()Iterable<Measurement>	s:builder(String)Counter$Builder
Counter$Builder	Cs		baseUnit(String)Counter$Builder	description(String)Counter$Builder	register(MeterRegistry)Counter	tag(String,String)Counter$Builder	tags(Iterable<Tag>)Counter$Builder	v:tags(String[])Counter$Builder	withRegistry(MeterRegistry)Meter$MeterProvider<Counter>
DistributionSummary	I	Meter;HistogramSupport	a:count()long	a:max()double	a:record(double)	a:totalAmount()double	d:histogramCountAtValue(long)double	d:mean()double	d:measure()Iterable<Measurement>	d:percentile(double)double	s:builder(String)DistributionSummary$Builder
DistributionSummary$Builder	Cs		baseUnit(String)DistributionSummary$Builder	description(String)DistributionSummary$Builder	distributionStatisticBufferLength(Integer)DistributionSummary$Builder	distributionStatisticExpiry(Duration)DistributionSummary$Builder	maximumExpectedValue(Double)DistributionSummary$Builder	maximumExpectedValue(Long)DistributionSummary$Builder	minimumExpectedValue(Double)DistributionSummary$Builder	minimumExpectedValue(Long)DistributionSummary$Builder	percentilePrecision(Integer)DistributionSummary$Builder	publishPercentileHistogram(Boolean)DistributionSummary$Builder	publishPercentileHistogram()DistributionSummary$Builder	register(MeterRegistry)DistributionSummary	scale(double)DistributionSummary$Builder	tag(String,String)DistributionSummary$Builder	tags(Iterable<Tag>)DistributionSummary$Builder	v:publishPercentiles(double[])DistributionSummary$Builder	v:serviceLevelObjectives(double[])DistributionSummary$Builder	v:sla(double[])DistributionSummary$Builder	v:sla(long[])DistributionSummary$Builder	v:tags(String[])DistributionSummary$Builder	withRegistry(MeterRegistry)Meter$MeterProvider<DistributionSummary>
FunctionCounter	I	Meter	a:count()double	d:measure()Iterable<Measurement>	s:builder<T>(String,T,ToDoubleFunction<T>)FunctionCounter$Builder<T>
FunctionCounter$Builder	Cs<T>		baseUnit(String)FunctionCounter$Builder<T>	description(String)FunctionCounter$Builder<T>	register(MeterRegistry)FunctionCounter	tag(String,String)FunctionCounter$Builder<T>	tags(Iterable<Tag>)FunctionCounter$Builder<T>	v:tags(String[])FunctionCounter$Builder<T>
FunctionTimer	I	Meter	a:baseTimeUnit()TimeUnit	a:count()double	a:totalTime(TimeUnit)double	d:mean(TimeUnit)double	d:measure()Iterable<Measurement>	s:builder<T>(String,T,ToLongFunction<T>,ToDoubleFunction<T>,TimeUnit)FunctionTimer$Builder<T>
FunctionTimer$Builder	Cs<T>		description(String)FunctionTimer$Builder<T>	register(MeterRegistry)FunctionTimer	tag(String,String)FunctionTimer$Builder<T>	tags(Iterable<Tag>)FunctionTimer$Builder<T>	v:tags(String[])FunctionTimer$Builder<T>
Gauge	I	Meter	a:value()double	d:measure()Iterable<Measurement>	s:builder(String,Supplier<Number>)Gauge$Builder<Supplier<Number>>	s:builder<T>(String,T,ToDoubleFunction<T>)Gauge$Builder<T>
Gauge$Builder	Cs<T>		baseUnit(String)Gauge$Builder<T>	description(String)Gauge$Builder<T>	register(MeterRegistry)Gauge	strongReference(boolean)Gauge$Builder<T>	synthetic(Meter$Id)Gauge$Builder<T>	tag(String,String)Gauge$Builder<T>	tags(Iterable<Tag>)Gauge$Builder<T>	v:tags(String[])Gauge$Builder<T>
HighCardinalityTagsDetector	C	;AutoCloseable	close()	findFirst()Optional<String>	new(MeterRegistry)	new(MeterRegistry,long,Duration)	new(MeterRegistry,long,Duration,Consumer<String>)	shutdown()	start()
ImmutableTag	C	;Tag	getKey()String	getValue()String	new(String,String)
LongTaskTimer	I	Meter;HistogramSupport	a:activeTasks()int	a:baseTimeUnit()TimeUnit	a:duration(TimeUnit)double	a:max(TimeUnit)double	a:start()LongTaskTimer$Sample	d:duration(long,TimeUnit)double	d:mean(TimeUnit)double	d:measure()Iterable<Measurement>	d:record(Runnable)	d:record(BooleanSupplier)boolean	d:record(Consumer<LongTaskTimer$Sample>)	d:record(DoubleSupplier)double	d:record(IntSupplier)int	d:record(LongSupplier)long	d:record<T>(Supplier<T>)T	d:recordCallable<T>(Callable<T>)T	d:stop(long)long	s:builder(Timed)LongTaskTimer$Builder	s:builder(String)LongTaskTimer$Builder
LongTaskTimer$Builder	Cs		description(String)LongTaskTimer$Builder	distributionStatisticBufferLength(Integer)LongTaskTimer$Builder	distributionStatisticExpiry(Duration)LongTaskTimer$Builder	maximumExpectedValue(Duration)LongTaskTimer$Builder	minimumExpectedValue(Duration)LongTaskTimer$Builder	percentilePrecision(Integer)LongTaskTimer$Builder	publishPercentileHistogram(Boolean)LongTaskTimer$Builder	publishPercentileHistogram()LongTaskTimer$Builder	register(MeterRegistry)LongTaskTimer	tag(String,String)LongTaskTimer$Builder	tags(Iterable<Tag>)LongTaskTimer$Builder	v:publishPercentiles(double[])LongTaskTimer$Builder	v:serviceLevelObjectives(Duration[])LongTaskTimer$Builder	v:tags(String[])LongTaskTimer$Builder	withRegistry(MeterRegistry)Meter$MeterProvider<LongTaskTimer>
LongTaskTimer$Sample	Cas		a:duration(TimeUnit)double	a:stop()long	new()
Measurement	C		getStatistic()Statistic	getValue()double	new(DoubleSupplier,Statistic)	new(Supplier<Double>,Statistic)
Meter	I		a:getId()Meter$Id	a:measure()Iterable<Measurement>	d:close()	d:match<T>(Function<Gauge,T>,Function<Counter,T>,Function<Timer,T>,Function<DistributionSummary,T>,Function<LongTaskTimer,T>,Function<TimeGauge,T>,Function<FunctionCounter,T>,Function<FunctionTimer,T>,Function<Meter,T>)T	d:use(Consumer<Gauge>,Consumer<Counter>,Consumer<Timer>,Consumer<DistributionSummary>,Consumer<LongTaskTimer>,Consumer<TimeGauge>,Consumer<FunctionCounter>,Consumer<FunctionTimer>,Consumer<Meter>)	s:builder(String,Meter$Type,Iterable<Measurement>)Meter$Builder
Meter$Builder	Cs		baseUnit(String)Meter$Builder	description(String)Meter$Builder	register(MeterRegistry)Meter	tag(String,String)Meter$Builder	tags(Iterable<Tag>)Meter$Builder	v:tags(String[])Meter$Builder
Meter$Id	Cs		getBaseUnit()String	getConventionName(NamingConvention)String	getConventionTags(NamingConvention)List<Tag>	getDescription()String	getName()String	getTag(String)String	getTags()List<Tag>	getTagsAsIterable()Iterable<Tag>	getType()Meter$Type	new(String,Tags,String,String,Meter$Type)	replaceTags(Iterable<Tag>)Meter$Id	syntheticAssociation()Meter$Id	withBaseUnit(String)Meter$Id	withName(String)Meter$Id	withTag(Statistic)Meter$Id	withTag(Tag)Meter$Id	withTags(Iterable<Tag>)Meter$Id
Meter$MeterProvider	Is<T:Meter>		a:withTags(Iterable<+Tag>)T	d:withTag(String,String)T	dv:withTags(String[])T
Meter$Type	Efs	Enum<Meter$Type>	e:COUNTER=Meter$Type	e:GAUGE=Meter$Type	e:LONG_TASK_TIMER=Meter$Type	e:TIMER=Meter$Type	e:DISTRIBUTION_SUMMARY=Meter$Type	e:OTHER=Meter$Type	s:valueOf(String)Meter$Type	s:values()Meter$Type[]
MeterRegistry	Ca		ap:defaultHistogramConfig()DistributionStatisticConfig	ap:getBaseTimeUnit()TimeUnit	ap:newCounter(Meter$Id)Counter	ap:newDistributionSummary(Meter$Id,DistributionStatisticConfig,double)DistributionSummary	ap:newFunctionCounter<T>(Meter$Id,T,ToDoubleFunction<T>)FunctionCounter	ap:newFunctionTimer<T>(Meter$Id,T,ToLongFunction<T>,ToDoubleFunction<T>,TimeUnit)FunctionTimer	ap:newGauge<T>(Meter$Id,T,ToDoubleFunction<T>)Gauge	ap:newMeter(Meter$Id,Meter$Type,Iterable<Measurement>)Meter	ap:newTimer(Meter$Id,DistributionStatisticConfig,PauseDetector)Timer	clear()	close()	config()MeterRegistry$Config	counter(String,Iterable<Tag>)Counter	find(String)Search	forEachMeter(Consumer<-Meter>)	gauge<T:Number>(String,Iterable<Tag>,T)T	gauge<T:Number>(String,T)T	gauge<T>(String,Iterable<Tag>,T,ToDoubleFunction<T>)T	gauge<T>(String,T,ToDoubleFunction<T>)T	gaugeCollectionSize<T:Collection<?>>(String,Iterable<Tag>,T)T	gaugeMapSize<T:Map<?,?>>(String,Iterable<Tag>,T)T	get(String)RequiredSearch	getMeters()List<Meter>	isClosed()boolean	more()MeterRegistry$More	p:clock=Clock	p:getConventionName(Meter$Id)String	p:getConventionTags(Meter$Id)List<Tag>	p:meterRegistrationFailed(Meter$Id,String)	p:new(Clock)	p:newLongTaskTimer(Meter$Id)LongTaskTimer	p:newLongTaskTimer(Meter$Id,DistributionStatisticConfig)LongTaskTimer	p:newTimeGauge<T>(Meter$Id,T,TimeUnit,ToDoubleFunction<T>)TimeGauge	remove(Meter)Meter	remove(Meter$Id)Meter	removeByPreFilterId(Meter$Id)Meter	summary(String,Iterable<Tag>)DistributionSummary	timer(String,Iterable<Tag>)Timer	v:counter(String,String[])Counter	v:summary(String,String[])DistributionSummary	v:timer(String,String[])Timer
MeterRegistry$Config	C		clock()Clock	commonTags(Iterable<Tag>)MeterRegistry$Config	highCardinalityTagsDetector()HighCardinalityTagsDetector	meterFilter(MeterFilter)MeterRegistry$Config	namingConvention(NamingConvention)MeterRegistry$Config	namingConvention()NamingConvention	new(MeterRegistry)	onMeterAdded(Consumer<Meter>)MeterRegistry$Config	onMeterRegistrationFailed(BiConsumer<Meter$Id,String>)MeterRegistry$Config	onMeterRemoved(Consumer<Meter>)MeterRegistry$Config	pauseDetector(PauseDetector)MeterRegistry$Config	pauseDetector()PauseDetector	v:commonTags(String[])MeterRegistry$Config	withHighCardinalityTagsDetector(Function<MeterRegistry,HighCardinalityTagsDetector>)MeterRegistry$Config	withHighCardinalityTagsDetector()MeterRegistry$Config	withHighCardinalityTagsDetector(long,Duration)MeterRegistry$Config
MeterRegistry$More	C		counter<T:Number>(String,Iterable<Tag>,T)FunctionCounter	counter<T>(String,Iterable<Tag>,T,ToDoubleFunction<T>)FunctionCounter	longTaskTimer(String,Iterable<Tag>)LongTaskTimer	new(MeterRegistry)	timeGauge<T>(String,Iterable<Tag>,T,TimeUnit,ToDoubleFunction<T>)TimeGauge	timer<T>(String,Iterable<Tag>,T,ToLongFunction<T>,ToDoubleFunction<T>,TimeUnit)FunctionTimer	v:longTaskTimer(String,String[])LongTaskTimer
Metrics	C		new()	s:addRegistry(MeterRegistry)	s:counter(String,Iterable<Tag>)Counter	s:gauge<T:Number>(String,Iterable<Tag>,T)T	s:gauge<T:Number>(String,T)T	s:gauge<T>(String,Iterable<Tag>,T,ToDoubleFunction<T>)T	s:gauge<T>(String,T,ToDoubleFunction<T>)T	s:gaugeCollectionSize<T:Collection<?>>(String,Iterable<Tag>,T)T	s:gaugeMapSize<T:Map<?,?>>(String,Iterable<Tag>,T)T	s:globalRegistry=CompositeMeterRegistry	s:more()Metrics$More	s:removeRegistry(MeterRegistry)	s:summary(String,Iterable<Tag>)DistributionSummary	s:timer(String,Iterable<Tag>)Timer	sv:counter(String,String[])Counter	sv:summary(String,String[])DistributionSummary	sv:timer(String,String[])Timer
Metrics$More	Cs		counter<T:Number>(String,Iterable<Tag>,T)FunctionCounter	counter<T>(String,Iterable<Tag>,T,ToDoubleFunction<T>)FunctionCounter	longTaskTimer(String,Iterable<Tag>)LongTaskTimer	new()	timeGauge<T>(String,Iterable<Tag>,T,TimeUnit,ToDoubleFunction<T>)TimeGauge	timer<T>(String,Iterable<Tag>,T,ToLongFunction<T>,ToDoubleFunction<T>,TimeUnit)FunctionTimer	v:longTaskTimer(String,String[])LongTaskTimer
MockClock	C	;Clock	add(Duration)long	add(long,TimeUnit)long	addSeconds(long)long	monotonicTime()long	new()	s:clock(MeterRegistry)MockClock	wallTime()long
MultiGauge	C		register(Iterable<+MultiGauge$Row<?>>)	register(Iterable<+MultiGauge$Row<?>>,boolean)	s:builder(String)MultiGauge$Builder
MultiGauge$Builder	Cs		baseUnit(String)MultiGauge$Builder	description(String)MultiGauge$Builder	register(MeterRegistry)MultiGauge	tag(String,String)MultiGauge$Builder	tags(Iterable<Tag>)MultiGauge$Builder	v:tags(String[])MultiGauge$Builder
MultiGauge$Row	Cs<T>		s:of(Tags,Number)MultiGauge$Row<Number>	s:of(Tags,Supplier<Number>)MultiGauge$Row<Supplier<Number>>	s:of<T>(Tags,T,ToDoubleFunction<T>)MultiGauge$Row<T>
Statistic	Ef	Enum<Statistic>	e:TOTAL=Statistic	e:TOTAL_TIME=Statistic	e:COUNT=Statistic	e:MAX=Statistic	e:VALUE=Statistic	e:UNKNOWN=Statistic	e:ACTIVE_TASKS=Statistic	e:DURATION=Statistic	getTagValueRepresentation()String	s:valueOf(String)Statistic	s:values()Statistic[]
Tag	I	Comparable<Tag>	a:getKey()String	a:getValue()String	d:compareTo(Tag)int	s:of(String,String)Tag
Tags	Cf	;Iterable<Tag>	and(Iterable<+Tag>)Tags	and(String,String)Tags	iterator()Iterator<Tag>	s:concat(Iterable<+Tag>,Iterable<+Tag>)Tags	s:empty()Tags	s:of(Iterable<+Tag>)Tags	s:of(String,String)Tags	spliterator()Spliterator<Tag>	stream()Stream<Tag>	sv:concat(Iterable<+Tag>,String[])Tags	sv:of(Tag[])Tags	sv:of(String[])Tags	v:and(Tag[])Tags	v:and(String[])Tags
TimeGauge	I	Gauge	a:baseTimeUnit()TimeUnit	d:value(TimeUnit)double	s:builder(String,Supplier<Number>,TimeUnit)TimeGauge$Builder<Supplier<Number>>	s:builder<T>(String,T,TimeUnit,ToDoubleFunction<T>)TimeGauge$Builder<T>
TimeGauge$Builder	Cs<T>		description(String)TimeGauge$Builder<T>	register(MeterRegistry)TimeGauge	strongReference(boolean)TimeGauge$Builder<T>	tag(String,String)TimeGauge$Builder<T>	tags(Iterable<Tag>)TimeGauge$Builder<T>	v:tags(String[])TimeGauge$Builder<T>
Timer	I	Meter;HistogramSupport	a:baseTimeUnit()TimeUnit	a:count()long	a:max(TimeUnit)double	a:record(Runnable)	a:record(long,TimeUnit)	a:record<T>(Supplier<T>)T	a:recordCallable<T>(Callable<T>)T	a:totalTime(TimeUnit)double	d:histogramCountAtValue(long)double	d:mean(TimeUnit)double	d:measure()Iterable<Measurement>	d:percentile(double,TimeUnit)double	d:record(Duration)	d:record(BooleanSupplier)boolean	d:record(DoubleSupplier)double	d:record(IntSupplier)int	d:record(LongSupplier)long	d:wrap(Runnable)Runnable	d:wrap<T>(Callable<T>)Callable<T>	d:wrap<T>(Supplier<T>)Supplier<T>	s:builder(Timed,String)Timer$Builder	s:builder(String)Timer$Builder	s:resource(MeterRegistry,String)Timer$ResourceSample	s:start(Clock)Timer$Sample	s:start(MeterRegistry)Timer$Sample	s:start()Timer$Sample
Timer$Builder	Cs	AbstractTimerBuilder<Timer$Builder>	description(String)Timer$Builder	distributionStatisticBufferLength(Integer)Timer$Builder	distributionStatisticExpiry(Duration)Timer$Builder	maximumExpectedValue(Duration)Timer$Builder	minimumExpectedValue(Duration)Timer$Builder	pauseDetector(PauseDetector)Timer$Builder	percentilePrecision(Integer)Timer$Builder	publishPercentileHistogram(Boolean)Timer$Builder	publishPercentileHistogram()Timer$Builder	register(MeterRegistry)Timer	tag(String,String)Timer$Builder	tags(Iterable<Tag>)Timer$Builder	v:publishPercentiles(double[])Timer$Builder	v:serviceLevelObjectives(Duration[])Timer$Builder	v:sla(Duration[])Timer$Builder	v:tags(String[])Timer$Builder	withRegistry(MeterRegistry)Meter$MeterProvider<Timer>
Timer$ResourceSample	Cs	AbstractTimerBuilder<Timer$ResourceSample>;AutoCloseable	close()
Timer$Sample	Cs		stop(Timer)long
@io.micrometer.core.instrument.distribution
HistogramSupport	I	Meter	a:takeSnapshot()HistogramSnapshot	d:takeSnapshot(boolean)HistogramSnapshot
@io.swagger.annotations
Api	A	Annotation	a:authorizations()Authorization[]	a:basePath()String	a:consumes()String	a:description()String	a:hidden()boolean	a:position()int	a:produces()String	a:protocols()String	a:tags()String[]	a:value()String
ApiImplicitParam	A	Annotation	a:access()String	a:allowEmptyValue()boolean	a:allowMultiple()boolean	a:allowableValues()String	a:collectionFormat()String	a:dataType()String	a:dataTypeClass()Class<?>	a:defaultValue()String	a:example()String	a:examples()Example	a:format()String	a:name()String	a:paramType()String	a:readOnly()boolean	a:required()boolean	a:type()String	a:value()String
ApiImplicitParams	A	Annotation	a:value()ApiImplicitParam[]
ApiKeyAuthDefinition	A	Annotation	a:description()String	a:in()ApiKeyAuthDefinition$ApiKeyLocation	a:key()String	a:name()String
ApiKeyAuthDefinition$ApiKeyLocation	Efs	Enum<ApiKeyAuthDefinition$ApiKeyLocation>	e:HEADER=ApiKeyAuthDefinition$ApiKeyLocation	e:QUERY=ApiKeyAuthDefinition$ApiKeyLocation	s:forValue(String)ApiKeyAuthDefinition$ApiKeyLocation	s:valueOf(String)ApiKeyAuthDefinition$ApiKeyLocation	s:values()ApiKeyAuthDefinition$ApiKeyLocation[]	toValue()String
ApiModel	A	Annotation	a:description()String	a:discriminator()String	a:parent()Class<?>	a:reference()String	a:subTypes()Class<?>[]	a:value()String
ApiModelProperty	A	Annotation	a:access()String	a:accessMode()ApiModelProperty$AccessMode	a:allowEmptyValue()boolean	a:allowableValues()String	a:dataType()String	a:example()String	a:extensions()Extension[]	a:hidden()boolean	a:name()String	a:notes()String	a:position()int	a:readOnly()boolean	a:reference()String	a:required()boolean	a:value()String
ApiModelProperty$AccessMode	Efs	Enum<ApiModelProperty$AccessMode>	e:AUTO=ApiModelProperty$AccessMode	e:READ_ONLY=ApiModelProperty$AccessMode	e:READ_WRITE=ApiModelProperty$AccessMode	s:valueOf(String)ApiModelProperty$AccessMode	s:values()ApiModelProperty$AccessMode[]
ApiOperation	A	Annotation	a:authorizations()Authorization[]	a:code()int	a:consumes()String	a:extensions()Extension[]	a:hidden()boolean	a:httpMethod()String	a:ignoreJsonView()boolean	a:nickname()String	a:notes()String	a:position()int	a:produces()String	a:protocols()String	a:response()Class<?>	a:responseContainer()String	a:responseHeaders()ResponseHeader[]	a:responseReference()String	a:tags()String[]	a:value()String
ApiParam	A	Annotation	a:access()String	a:allowEmptyValue()boolean	a:allowMultiple()boolean	a:allowableValues()String	a:collectionFormat()String	a:defaultValue()String	a:example()String	a:examples()Example	a:format()String	a:hidden()boolean	a:name()String	a:readOnly()boolean	a:required()boolean	a:type()String	a:value()String
ApiResponse	A	Annotation	a:code()int	a:examples()Example	a:message()String	a:reference()String	a:response()Class<?>	a:responseContainer()String	a:responseHeaders()ResponseHeader[]
ApiResponses	A	Annotation	a:value()ApiResponse[]
Authorization	A	Annotation	a:scopes()AuthorizationScope[]	a:value()String
AuthorizationScope	A	Annotation	a:description()String	a:scope()String
BasicAuthDefinition	A	Annotation	a:description()String	a:key()String
Contact	A	Annotation	a:email()String	a:name()String	a:url()String
Example	A	Annotation	a:value()ExampleProperty[]
ExampleProperty	A	Annotation	a:mediaType()String	a:value()String
Extension	A	Annotation	a:name()String	a:properties()ExtensionProperty[]
ExtensionProperty	A	Annotation	a:name()String	a:parseValue()boolean	a:value()String
ExternalDocs	A	Annotation	a:url()String	a:value()String
Info	A	Annotation	a:contact()Contact	a:description()String	a:extensions()Extension[]	a:license()License	a:termsOfService()String	a:title()String	a:version()String
License	A	Annotation	a:name()String	a:url()String
OAuth2Definition	A	Annotation	a:authorizationUrl()String	a:description()String	a:flow()OAuth2Definition$Flow	a:key()String	a:scopes()Scope[]	a:tokenUrl()String
OAuth2Definition$Flow	Efs	Enum<OAuth2Definition$Flow>	e:IMPLICIT=OAuth2Definition$Flow	e:ACCESS_CODE=OAuth2Definition$Flow	e:PASSWORD=OAuth2Definition$Flow	e:APPLICATION=OAuth2Definition$Flow	s:valueOf(String)OAuth2Definition$Flow	s:values()OAuth2Definition$Flow[]
ResponseHeader	A	Annotation	a:description()String	a:name()String	a:response()Class<?>	a:responseContainer()String
Scope	A	Annotation	a:description()String	a:name()String
SecurityDefinition	A	Annotation	a:apiKeyAuthDefinitions()ApiKeyAuthDefinition[]	a:apiKeyAuthDefintions()ApiKeyAuthDefinition[]	a:basicAuthDefinions()BasicAuthDefinition[]	a:basicAuthDefinitions()BasicAuthDefinition[]	a:oAuth2Definitions()OAuth2Definition[]
SwaggerDefinition	A	Annotation	a:basePath()String	a:consumes()String[]	a:externalDocs()ExternalDocs	a:host()String	a:info()Info	a:produces()String[]	a:schemes()SwaggerDefinition$Scheme[]	a:securityDefinition()SecurityDefinition	a:tags()io.swagger.annotations.Tag[]
SwaggerDefinition$Scheme	Efs	Enum<SwaggerDefinition$Scheme>	e:DEFAULT=SwaggerDefinition$Scheme	e:HTTP=SwaggerDefinition$Scheme	e:HTTPS=SwaggerDefinition$Scheme	e:WS=SwaggerDefinition$Scheme	e:WSS=SwaggerDefinition$Scheme	s:valueOf(String)SwaggerDefinition$Scheme	s:values()SwaggerDefinition$Scheme[]
Tag	A	Annotation	a:description()String	a:extensions()Extension[]	a:externalDocs()ExternalDocs	a:name()String
@io.swagger.v3.oas.annotations
ExternalDocumentation	A	Annotation	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:url()String
Hidden	A	Annotation
OpenAPI31	A	Annotation
OpenAPIDefinition	A	Annotation	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:externalDocs()ExternalDocumentation	a:info()io.swagger.v3.oas.annotations.info.Info	a:security()SecurityRequirement[]	a:servers()Server[]	a:tags()io.swagger.v3.oas.annotations.tags.Tag[]
Operation	A	Annotation	a:deprecated()boolean	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:externalDocs()ExternalDocumentation	a:hidden()boolean	a:ignoreJsonView()boolean	a:method()String	a:operationId()String	a:parameters()Parameter[]	a:requestBody()RequestBody	a:responses()io.swagger.v3.oas.annotations.responses.ApiResponse[]	a:security()SecurityRequirement[]	a:servers()Server[]	a:summary()String	a:tags()String[]
Parameter	A	Annotation	a:allowEmptyValue()boolean	a:allowReserved()boolean	a:array()ArraySchema	a:content()Content[]	a:deprecated()boolean	a:description()String	a:example()String	a:examples()ExampleObject[]	a:explode()Explode	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:hidden()boolean	a:in()ParameterIn	a:name()String	a:ref()String	a:required()boolean	a:schema()Schema	a:style()ParameterStyle	a:validationGroups()Class<?>[]
Parameters	A	Annotation	a:value()Parameter[]
StringToClassMapItem	A	Annotation	a:key()String	a:value()Class<?>
Webhook	A	Annotation	a:name()String	a:operation()Operation
Webhooks	A	Annotation	a:value()Webhook[]
@io.swagger.v3.oas.annotations.callbacks
Callback	A	Annotation	a:callbackUrlExpression()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:name()String	a:operation()Operation[]	a:ref()String
Callbacks	A	Annotation	a:value()Callback[]
@io.swagger.v3.oas.annotations.enums
Explode	Ef	Enum<Explode>	e:DEFAULT=Explode	e:FALSE=Explode	e:TRUE=Explode	s:valueOf(String)Explode	s:values()Explode[]
ParameterIn	Ef	Enum<ParameterIn>	e:DEFAULT=ParameterIn	e:HEADER=ParameterIn	e:QUERY=ParameterIn	e:PATH=ParameterIn	e:COOKIE=ParameterIn	s:valueOf(String)ParameterIn	s:values()ParameterIn[]
ParameterStyle	Ef	Enum<ParameterStyle>	e:DEFAULT=ParameterStyle	e:MATRIX=ParameterStyle	e:LABEL=ParameterStyle	e:FORM=ParameterStyle	e:SPACEDELIMITED=ParameterStyle	e:PIPEDELIMITED=ParameterStyle	e:DEEPOBJECT=ParameterStyle	e:SIMPLE=ParameterStyle	s:valueOf(String)ParameterStyle	s:values()ParameterStyle[]
SecuritySchemeIn	Ef	Enum<SecuritySchemeIn>	e:DEFAULT=SecuritySchemeIn	e:HEADER=SecuritySchemeIn	e:QUERY=SecuritySchemeIn	e:COOKIE=SecuritySchemeIn	s:valueOf(String)SecuritySchemeIn	s:values()SecuritySchemeIn[]
SecuritySchemeType	Ef	Enum<SecuritySchemeType>	e:DEFAULT=SecuritySchemeType	e:APIKEY=SecuritySchemeType	e:HTTP=SecuritySchemeType	e:OPENIDCONNECT=SecuritySchemeType	e:MUTUALTLS=SecuritySchemeType	e:OAUTH2=SecuritySchemeType	s:valueOf(String)SecuritySchemeType	s:values()SecuritySchemeType[]
@io.swagger.v3.oas.annotations.extensions
Extension	A	Annotation	a:name()String	a:properties()io.swagger.v3.oas.annotations.extensions.ExtensionProperty[]
ExtensionProperty	A	Annotation	a:name()String	a:parseValue()boolean	a:value()String
Extensions	A	Annotation	a:value()io.swagger.v3.oas.annotations.extensions.Extension[]
@io.swagger.v3.oas.annotations.headers
Header	A	Annotation	a:array()ArraySchema	a:deprecated()boolean	a:description()String	a:example()String	a:examples()ExampleObject[]	a:explode()Explode	a:hidden()boolean	a:name()String	a:ref()String	a:required()boolean	a:schema()Schema
@io.swagger.v3.oas.annotations.info
Contact	A	Annotation	a:email()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:name()String	a:url()String
Info	A	Annotation	a:contact()io.swagger.v3.oas.annotations.info.Contact	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:license()io.swagger.v3.oas.annotations.info.License	a:summary()String	a:termsOfService()String	a:title()String	a:version()String
License	A	Annotation	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:identifier()String	a:name()String	a:url()String
@io.swagger.v3.oas.annotations.links
Link	A	Annotation	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:name()String	a:operationId()String	a:operationRef()String	a:parameters()LinkParameter[]	a:ref()String	a:requestBody()String	a:server()Server
LinkParameter	A	Annotation	a:expression()String	a:name()String
@io.swagger.v3.oas.annotations.media
ArraySchema	A	Annotation	a:arraySchema()Schema	a:contains()Schema	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:items()Schema	a:maxContains()int	a:maxItems()int	a:minContains()int	a:minItems()int	a:prefixItems()Schema[]	a:schema()Schema	a:unevaluatedItems()Schema	a:uniqueItems()boolean
Content	A	Annotation	a:_else()Schema	a:_if()Schema	a:_then()Schema	a:additionalPropertiesArraySchema()ArraySchema	a:additionalPropertiesSchema()Schema	a:allOf()Schema[]	a:anyOf()Schema[]	a:array()ArraySchema	a:contentSchema()Schema	a:dependentSchemas()DependentSchema[]	a:encoding()Encoding[]	a:examples()ExampleObject[]	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:mediaType()String	a:not()Schema	a:oneOf()Schema[]	a:propertyNames()Schema	a:schema()Schema	a:schemaProperties()SchemaProperty[]
DependentRequired	A	Annotation	a:name()String	a:value()String[]
DependentRequiredMap	A	Annotation	a:value()DependentRequired[]
DependentSchema	A	Annotation	a:array()ArraySchema	a:name()String	a:schema()Schema
DependentSchemas	A	Annotation	a:value()DependentSchema[]
DiscriminatorMapping	A	Annotation	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:schema()Class<?>	a:value()String
Encoding	A	Annotation	a:allowReserved()boolean	a:contentType()String	a:explode()boolean	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:headers()Header[]	a:name()String	a:style()String
ExampleObject	A	Annotation	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:externalValue()String	a:name()String	a:ref()String	a:summary()String	a:value()String
PatternProperties	A	Annotation	a:value()PatternProperty[]
PatternProperty	A	Annotation	a:array()ArraySchema	a:regex()String	a:schema()Schema
Schema	A	Annotation	a:$anchor()String	a:$comment()String	a:$dynamicAnchor()String	a:$dynamicRef()String	a:$id()String	a:$schema()String	a:$vocabulary()String	a:_const()String	a:_else()Class<?>	a:_if()Class<?>	a:accessMode()Schema$AccessMode	a:additionalItems()Class<?>	a:additionalProperties()Schema$AdditionalPropertiesValue	a:additionalPropertiesSchema()Class<?>	a:allOf()Class<?>[]	a:allowableValues()String[]	a:anyOf()Class<?>[]	a:contains()Class<?>	a:contentEncoding()String	a:contentMediaType()String	a:contentSchema()Class<?>	a:defaultValue()String	a:dependentRequiredMap()DependentRequired[]	a:dependentSchemas()StringToClassMapItem[]	a:deprecated()boolean	a:description()String	a:discriminatorMapping()DiscriminatorMapping[]	a:discriminatorProperty()String	a:enumAsRef()boolean	a:example()String	a:exampleClasses()Class<?>[]	a:examples()String[]	a:exclusiveMaximum()boolean	a:exclusiveMaximumValue()int	a:exclusiveMinimum()boolean	a:exclusiveMinimumValue()int	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:externalDocs()ExternalDocumentation	a:format()String	a:hidden()boolean	a:implementation()Class<?>	a:maxContains()int	a:maxLength()int	a:maxProperties()int	a:maximum()String	a:minContains()int	a:minLength()int	a:minProperties()int	a:minimum()String	a:multipleOf()double	a:name()String	a:not()Class<?>	a:nullable()boolean	a:oneOf()Class<?>[]	a:pattern()String	a:patternProperties()StringToClassMapItem[]	a:prefixItems()Class<?>[]	a:properties()StringToClassMapItem[]	a:propertyNames()Class<?>	a:readOnly()boolean	a:ref()String	a:required()boolean	a:requiredMode()Schema$RequiredMode	a:requiredProperties()String[]	a:schemaResolution()Schema$SchemaResolution	a:subTypes()Class<?>[]	a:then()Class<?>	a:title()String	a:type()String	a:types()String[]	a:unevaluatedItems()Class<?>	a:unevaluatedProperties()Class<?>	a:writeOnly()boolean
Schema$AccessMode	Efs	Enum<Schema$AccessMode>	e:AUTO=Schema$AccessMode	e:READ_ONLY=Schema$AccessMode	e:WRITE_ONLY=Schema$AccessMode	e:READ_WRITE=Schema$AccessMode	s:valueOf(String)Schema$AccessMode	s:values()Schema$AccessMode[]
Schema$AdditionalPropertiesValue	Efs	Enum<Schema$AdditionalPropertiesValue>	e:TRUE=Schema$AdditionalPropertiesValue	e:FALSE=Schema$AdditionalPropertiesValue	e:USE_ADDITIONAL_PROPERTIES_ANNOTATION=Schema$AdditionalPropertiesValue	s:valueOf(String)Schema$AdditionalPropertiesValue	s:values()Schema$AdditionalPropertiesValue[]
Schema$RequiredMode	Efs	Enum<Schema$RequiredMode>	e:AUTO=Schema$RequiredMode	e:REQUIRED=Schema$RequiredMode	e:NOT_REQUIRED=Schema$RequiredMode	s:valueOf(String)Schema$RequiredMode	s:values()Schema$RequiredMode[]
Schema$SchemaResolution	Efs	Enum<Schema$SchemaResolution>	e:AUTO=Schema$SchemaResolution	e:DEFAULT=Schema$SchemaResolution	e:INLINE=Schema$SchemaResolution	e:ALL_OF=Schema$SchemaResolution	e:ALL_OF_REF=Schema$SchemaResolution	s:valueOf(String)Schema$SchemaResolution	s:values()Schema$SchemaResolution[]
SchemaProperties	A	Annotation	a:value()SchemaProperty[]
SchemaProperty	A	Annotation	a:array()ArraySchema	a:name()String	a:schema()Schema
@io.swagger.v3.oas.annotations.parameters
RequestBody	A	Annotation	a:content()Content[]	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:ref()String	a:required()boolean	a:useParameterTypeSchema()boolean
ValidatedParameter	A	Annotation	a:value()Class<?>[]
@io.swagger.v3.oas.annotations.responses
ApiResponse	A	Annotation	a:content()Content[]	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:headers()Header[]	a:links()Link[]	a:ref()String	a:responseCode()String	a:useReturnTypeSchema()boolean
ApiResponses	A	Annotation	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:value()io.swagger.v3.oas.annotations.responses.ApiResponse[]
@io.swagger.v3.oas.annotations.security
OAuthFlow	A	Annotation	a:authorizationUrl()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:refreshUrl()String	a:scopes()OAuthScope[]	a:tokenUrl()String
OAuthFlows	A	Annotation	a:authorizationCode()OAuthFlow	a:clientCredentials()OAuthFlow	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:implicit()OAuthFlow	a:password()OAuthFlow
OAuthScope	A	Annotation	a:description()String	a:name()String
SecurityRequirement	A	Annotation	a:name()String	a:scopes()String[]
SecurityRequirements	A	Annotation	a:value()SecurityRequirement[]
SecurityScheme	A	Annotation	a:bearerFormat()String	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:flows()OAuthFlows	a:in()SecuritySchemeIn	a:name()String	a:openIdConnectUrl()String	a:paramName()String	a:ref()String	a:scheme()String	a:type()SecuritySchemeType
SecuritySchemes	A	Annotation	a:value()SecurityScheme[]
@io.swagger.v3.oas.annotations.servers
Server	A	Annotation	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:url()String	a:variables()ServerVariable[]
ServerVariable	A	Annotation	a:allowableValues()String[]	a:defaultValue()String	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:name()String
Servers	A	Annotation	a:value()Server[]
@io.swagger.v3.oas.annotations.tags
Tag	A	Annotation	a:description()String	a:extensions()io.swagger.v3.oas.annotations.extensions.Extension[]	a:externalDocs()ExternalDocumentation	a:name()String
Tags	A	Annotation	a:value()io.swagger.v3.oas.annotations.tags.Tag[]
@javax.annotation
CheckForNull	A	Annotation
CheckForSigned	A	Annotation
CheckReturnValue	A	Annotation	a:when()When
Detainted	A	Annotation
MatchesPattern	A	Annotation	a:flags()int	a:value()String
MatchesPattern$Checker	Cs	;TypeQualifierValidator<MatchesPattern>	forConstantValue(MatchesPattern,Object)When	new()
Nonnegative	A	Annotation	a:when()When
Nonnegative$Checker	Cs	;TypeQualifierValidator<Nonnegative>	forConstantValue(Nonnegative,Object)When	new()
Nonnull	A	Annotation	a:when()When
Nonnull$Checker	Cs	;TypeQualifierValidator<Nonnull>	forConstantValue(Nonnull,Object)When	new()
Nullable	A	Annotation
OverridingMethodsMustInvokeSuper	A	Annotation
ParametersAreNonnullByDefault	A	Annotation
ParametersAreNullableByDefault	A	Annotation
PropertyKey	A	Annotation	a:when()When
RegEx	A	Annotation	a:when()When
RegEx$Checker	Cs	;TypeQualifierValidator<RegEx>	forConstantValue(RegEx,Object)When	new()
Signed	A	Annotation
Syntax	A	Annotation	a:value()String	a:when()When
Tainted	A	Annotation
Untainted	A	Annotation	a:when()When
WillClose	A	Annotation
WillCloseWhenClosed	A	Annotation
WillNotClose	A	Annotation
@javax.annotation.meta
TypeQualifierValidator	I<A:Annotation>		a:forConstantValue(A,Object)When
@lombok
AccessLevel	Ef	Enum<AccessLevel>	e:PUBLIC=AccessLevel	e:MODULE=AccessLevel	e:PROTECTED=AccessLevel	e:PACKAGE=AccessLevel	e:PRIVATE=AccessLevel	e:NONE=AccessLevel	s:valueOf(String)AccessLevel	s:values()AccessLevel[]
AllArgsConstructor	A	Annotation	a:access()AccessLevel	a:onConstructor()AllArgsConstructor$AnyAnnotation[]	a:staticName()String
AllArgsConstructor$AnyAnnotation	As	Annotation
Builder	A	Annotation	a:access()AccessLevel	a:buildMethodName()String	a:builderClassName()String	a:builderMethodName()String	a:setterPrefix()String	a:toBuilder()boolean
Builder$Default	As	Annotation
Builder$ObtainVia	As	Annotation	a:field()String	a:isStatic()boolean	a:method()String
Cleanup	A	Annotation	a:value()String
ConfigurationKeys	C		s:ACCESSORS_CHAIN=ConfigurationKey<Boolean>	s:ACCESSORS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:ACCESSORS_FLUENT=ConfigurationKey<Boolean>	s:ACCESSORS_JAVA_BEANS_SPEC_CAPITALIZATION=ConfigurationKey<CapitalizationStrategy>	s:ACCESSORS_MAKE_FINAL=ConfigurationKey<Boolean>	s:ACCESSORS_PREFIX=ConfigurationKey<List<String>>	s:ADD_FINDBUGS_SUPPRESSWARNINGS_ANNOTATIONS=ConfigurationKey<Boolean>	s:ADD_GENERATED_ANNOTATIONS=ConfigurationKey<Boolean>	s:ADD_JAKARTA_GENERATED_ANNOTATIONS=ConfigurationKey<Boolean>	s:ADD_JAVAX_GENERATED_ANNOTATIONS=ConfigurationKey<Boolean>	s:ADD_LOMBOK_GENERATED_ANNOTATIONS=ConfigurationKey<Boolean>	s:ADD_NULL_ANNOTATIONS=ConfigurationKey<NullAnnotationLibrary>	s:ADD_SUPPRESSWARNINGS_ANNOTATIONS=ConfigurationKey<Boolean>	s:ALL_ARGS_CONSTRUCTOR_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:ANY_CONSTRUCTOR_ADD_CONSTRUCTOR_PROPERTIES=ConfigurationKey<Boolean>	s:ANY_CONSTRUCTOR_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:ANY_CONSTRUCTOR_SUPPRESS_CONSTRUCTOR_PROPERTIES=ConfigurationKey<Boolean>	s:BUILDER_CLASS_NAME=ConfigurationKey<String>	s:BUILDER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:CHECKER_FRAMEWORK=ConfigurationKey<CheckerFrameworkVersion>	s:CLEANUP_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:COPYABLE_ANNOTATIONS=ConfigurationKey<List<TypeName>>	s:DATA_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:DELEGATE_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:EQUALS_AND_HASH_CODE_CALL_SUPER=ConfigurationKey<CallSuperType>	s:EQUALS_AND_HASH_CODE_DO_NOT_USE_GETTERS=ConfigurationKey<Boolean>	s:EQUALS_AND_HASH_CODE_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:EXPERIMENTAL_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:EXTENSION_METHOD_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:FIELD_DEFAULTS_FINAL_EVERYWHERE=ConfigurationKey<Boolean>	s:FIELD_DEFAULTS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:FIELD_DEFAULTS_PRIVATE_EVERYWHERE=ConfigurationKey<Boolean>	s:FIELD_NAME_CONSTANTS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:FIELD_NAME_CONSTANTS_INNER_TYPE_NAME=ConfigurationKey<IdentifierName>	s:FIELD_NAME_CONSTANTS_UPPERCASE=ConfigurationKey<Boolean>	s:GETTER_CONSEQUENT_BOOLEAN=ConfigurationKey<Boolean>	s:GETTER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:GETTER_LAZY_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:HELPER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:JACKSONIZED_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOCKED_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_ANY_FIELD_IS_STATIC=ConfigurationKey<Boolean>	s:LOG_ANY_FIELD_NAME=ConfigurationKey<IdentifierName>	s:LOG_ANY_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_COMMONS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_CUSTOM_DECLARATION=ConfigurationKey<LogDeclaration>	s:LOG_CUSTOM_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_FLOGGER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_JBOSSLOG_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_JUL_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_LOG4J2_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_LOG4J_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_SLF4J_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOG_XSLF4J_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:LOMBOK_DISABLE=ConfigurationKey<Boolean>	s:NON_NULL_EXCEPTION_TYPE=ConfigurationKey<NullCheckExceptionType>	s:NON_NULL_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:NO_ARGS_CONSTRUCTOR_EXTRA_PRIVATE=ConfigurationKey<Boolean>	s:NO_ARGS_CONSTRUCTOR_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:ON_X_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:REQUIRED_ARGS_CONSTRUCTOR_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:SETTER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:SINGULAR_AUTO=ConfigurationKey<Boolean>	s:SINGULAR_USE_GUAVA=ConfigurationKey<Boolean>	s:SNEAKY_THROWS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:STANDARD_EXCEPTION_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:STOP_BUBBLING=ConfigurationKey<Boolean>	s:SUPERBUILDER_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:SYNCHRONIZED_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:TO_STRING_CALL_SUPER=ConfigurationKey<CallSuperType>	s:TO_STRING_DO_NOT_USE_GETTERS=ConfigurationKey<Boolean>	s:TO_STRING_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:TO_STRING_INCLUDE_FIELD_NAMES=ConfigurationKey<Boolean>	s:TO_STRING_ONLY_EXPLICITLY_INCLUDED=ConfigurationKey<Boolean>	s:UTILITY_CLASS_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:VALUE_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:VAL_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:VAR_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:WITHBY_FLAG_USAGE=ConfigurationKey<FlagUsageType>	s:WITH_FLAG_USAGE=ConfigurationKey<FlagUsageType>
CustomLog	A	Annotation	a:topic()String
Data	A	Annotation	a:staticConstructor()String
Delegate	A	Annotation	a:excludes()Class<?>[]	a:types()Class<?>[]
EqualsAndHashCode	A	Annotation	a:cacheStrategy()EqualsAndHashCode$CacheStrategy	a:callSuper()boolean	a:doNotUseGetters()boolean	a:exclude()String[]	a:of()String[]	a:onParam()EqualsAndHashCode$AnyAnnotation[]	a:onlyExplicitlyIncluded()boolean
EqualsAndHashCode$AnyAnnotation	As	Annotation
EqualsAndHashCode$CacheStrategy	Efs	Enum<EqualsAndHashCode$CacheStrategy>	e:NEVER=EqualsAndHashCode$CacheStrategy	e:LAZY=EqualsAndHashCode$CacheStrategy	s:valueOf(String)EqualsAndHashCode$CacheStrategy	s:values()EqualsAndHashCode$CacheStrategy[]
EqualsAndHashCode$Exclude	As	Annotation
EqualsAndHashCode$Include	As	Annotation	a:rank()int	a:replaces()String
Generated	A	Annotation
Getter	A	Annotation	a:lazy()boolean	a:onMethod()Getter$AnyAnnotation[]	a:value()AccessLevel
Getter$AnyAnnotation	As	Annotation
Locked	A	Annotation	a:value()String
Locked$Read	As	Annotation	a:value()String
Locked$Write	As	Annotation	a:value()String
Lombok	C		new()	s:checkNotNull<T>(T,String)T	s:preventNullAnalysis<T>(T)T	s:sneakyThrow(Throwable)RuntimeException
NoArgsConstructor	A	Annotation	a:access()AccessLevel	a:force()boolean	a:onConstructor()NoArgsConstructor$AnyAnnotation[]	a:staticName()String
NoArgsConstructor$AnyAnnotation	As	Annotation
NonNull	A	Annotation
RequiredArgsConstructor	A	Annotation	a:access()AccessLevel	a:onConstructor()RequiredArgsConstructor$AnyAnnotation[]	a:staticName()String
RequiredArgsConstructor$AnyAnnotation	As	Annotation
Setter	A	Annotation	a:onMethod()Setter$AnyAnnotation[]	a:onParam()Setter$AnyAnnotation[]	a:value()AccessLevel
Setter$AnyAnnotation	As	Annotation
Singular	A	Annotation	a:ignoreNullCollections()boolean	a:value()String
SneakyThrows	A	Annotation	a:value()Class<+Throwable>[]
Synchronized	A	Annotation	a:value()String
ToString	A	Annotation	a:callSuper()boolean	a:doNotUseGetters()boolean	a:exclude()String[]	a:includeFieldNames()boolean	a:of()String[]	a:onlyExplicitlyIncluded()boolean
ToString$Exclude	As	Annotation
ToString$Include	As	Annotation	a:name()String	a:rank()int
Value	A	Annotation	a:staticConstructor()String
With	A	Annotation	a:onMethod()With$AnyAnnotation[]	a:onParam()With$AnyAnnotation[]	a:value()AccessLevel
With$AnyAnnotation	As	Annotation
@lombok.experimental
Accessors	A	Annotation	a:chain()boolean	a:fluent()boolean	a:makeFinal()boolean	a:prefix()String[]
Delegate	A	Annotation	a:excludes()Class<?>[]	a:types()Class<?>[]
ExtensionMethod	A	Annotation	a:suppressBaseMethods()boolean	a:value()Class<?>[]
FieldDefaults	A	Annotation	a:level()AccessLevel	a:makeFinal()boolean
FieldNameConstants	A	Annotation	a:asEnum()boolean	a:innerTypeName()String	a:level()AccessLevel	a:onlyExplicitlyIncluded()boolean
FieldNameConstants$Exclude	As	Annotation
FieldNameConstants$Include	As	Annotation
Helper	A	Annotation
NonFinal	A	Annotation
PackagePrivate	A	Annotation
StandardException	A	Annotation	a:access()AccessLevel
SuperBuilder	A	Annotation	a:buildMethodName()String	a:builderMethodName()String	a:setterPrefix()String	a:toBuilder()boolean
Tolerate	A	Annotation
UtilityClass	A	Annotation
WithBy	A	Annotation	a:onMethod()WithBy$AnyAnnotation[]	a:value()AccessLevel
WithBy$AnyAnnotation	As	Annotation
Wither	A	Annotation	a:onMethod()Wither$AnyAnnotation[]	a:onParam()Wither$AnyAnnotation[]	a:value()AccessLevel
Wither$AnyAnnotation	As	Annotation
var	A	Annotation
@lombok
val	A	Annotation
var	A	Annotation
@org.aspectj.lang
Aspects	C		new()	s:aspectOf<T>(Class<T>)T	s:aspectOf<T>(Class<T>,Class<?>)T	s:aspectOf<T>(Class<T>,Object)T	s:hasAspect(Class<?>)boolean	s:hasAspect(Class<?>,Class<?>)boolean	s:hasAspect(Class<?>,Object)boolean
Aspects14	C		new()	s:aspectOf(Class)Object	s:aspectOf(Class,Class)Object	s:aspectOf(Class,Object)Object	s:hasAspect(Class)boolean	s:hasAspect(Class,Class)boolean	s:hasAspect(Class,Object)boolean
JoinPoint	I		a:getArgs()Object[]	a:getKind()String	a:getSignature()Signature	a:getSourceLocation()SourceLocation	a:getStaticPart()JoinPoint$StaticPart	a:getTarget()Object	a:getThis()Object	a:toLongString()String	a:toShortString()String	s:ADVICE_EXECUTION=String="adviceexecution"	s:CONSTRUCTOR_CALL=String="constructor-call"	s:CONSTRUCTOR_EXECUTION=String="constructor-execution"	s:EXCEPTION_HANDLER=String="exception-handler"	s:FIELD_GET=String="field-get"	s:FIELD_SET=String="field-set"	s:INITIALIZATION=String="initialization"	s:METHOD_CALL=String="method-call"	s:METHOD_EXECUTION=String="method-execution"	s:PREINITIALIZATION=String="preinitialization"	s:STATICINITIALIZATION=String="staticinitialization"	s:SYNCHRONIZATION_LOCK=String="lock"	s:SYNCHRONIZATION_UNLOCK=String="unlock"
JoinPoint$EnclosingStaticPart	Is	JoinPoint$StaticPart
JoinPoint$StaticPart	Is		a:getId()int	a:getKind()String	a:getSignature()Signature	a:getSourceLocation()SourceLocation	a:toLongString()String	a:toShortString()String
NoAspectBoundException	C	RuntimeException	getCause()Throwable	new(String,Throwable)	new()
ProceedingJoinPoint	I	JoinPoint	a:proceed(Object[])Object	a:proceed()Object	a:set$AroundClosure(AroundClosure)	d:stack$AroundClosure(AroundClosure)
Signature	I		a:getDeclaringType()Class	a:getDeclaringTypeName()String	a:getModifiers()int	a:getName()String	a:toLongString()String	a:toShortString()String
SoftException	C	RuntimeException	getCause()Throwable	getWrappedThrowable()Throwable	new(Throwable)	printStackTrace(PrintStream)	printStackTrace(PrintWriter)	printStackTrace()
@org.aspectj.lang.annotation
AdviceName	A	Annotation	a:value()String
After	A	Annotation	a:argNames()String	a:value()String
AfterReturning	A	Annotation	a:argNames()String	a:pointcut()String	a:returning()String	a:value()String
AfterThrowing	A	Annotation	a:argNames()String	a:pointcut()String	a:throwing()String	a:value()String
Around	A	Annotation	a:argNames()String	a:value()String
Aspect	A	Annotation	a:value()String
Before	A	Annotation	a:argNames()String	a:value()String
DeclareAnnotation	A	Annotation	a:value()String
DeclareError	A	Annotation	a:value()String
DeclareMixin	A	Annotation	a:interfaces()Class[]	a:value()String
DeclareParents	A	Annotation	a:defaultImpl()Class	a:value()String
DeclarePrecedence	A	Annotation	a:value()String
DeclareWarning	A	Annotation	a:value()String
Pointcut	A	Annotation	a:argNames()String	a:value()String
RequiredTypes	A	Annotation	a:value()String[]
SuppressAjWarnings	A	Annotation	a:value()String[]
@org.aspectj.lang.reflect
Advice	I		a:getDeclaringType()AjType	a:getExceptionTypes()AjType<?>[]	a:getGenericParameterTypes()Type[]	a:getKind()AdviceKind	a:getName()String	a:getParameterTypes()AjType<?>[]	a:getPointcutExpression()PointcutExpression
AdviceKind	Ef	Enum<AdviceKind>	e:BEFORE=AdviceKind	e:AFTER=AdviceKind	e:AFTER_RETURNING=AdviceKind	e:AFTER_THROWING=AdviceKind	e:AROUND=AdviceKind	s:valueOf(String)AdviceKind	s:values()AdviceKind[]
AdviceSignature	I	CodeSignature	a:getAdvice()Method	a:getReturnType()Class
AjType	I<T>	Type;AnnotatedElement	a:getAdvice(String)Advice	a:getAjTypes()AjType<?>[]	a:getConstructors()Constructor[]	a:getDeclareAnnotations()DeclareAnnotation[]	a:getDeclareErrorOrWarnings()DeclareErrorOrWarning[]	a:getDeclareParents()DeclareParents[]	a:getDeclarePrecedence()DeclarePrecedence[]	a:getDeclareSofts()DeclareSoft[]	a:getDeclaredAdvice(String)Advice	a:getDeclaredAjTypes()AjType<?>[]	a:getDeclaredConstructors()Constructor[]	a:getDeclaredField(String)Field	a:getDeclaredFields()Field[]	a:getDeclaredITDConstructors()InterTypeConstructorDeclaration[]	a:getDeclaredITDField(String,AjType<?>)InterTypeFieldDeclaration	a:getDeclaredITDFields()InterTypeFieldDeclaration[]	a:getDeclaredITDMethods()InterTypeMethodDeclaration[]	a:getDeclaredMethods()Method[]	a:getDeclaredPointcut(String)Pointcut	a:getDeclaredPointcuts()Pointcut[]	a:getDeclaringType()AjType<?>	a:getEnclosingConstructor()Constructor	a:getEnclosingMethod()Method	a:getEnclosingType()AjType<?>	a:getEnumConstants()T[]	a:getField(String)Field	a:getFields()Field[]	a:getGenericSupertype()Type	a:getITDConstructors()InterTypeConstructorDeclaration[]	a:getITDField(String,AjType<?>)InterTypeFieldDeclaration	a:getITDFields()InterTypeFieldDeclaration[]	a:getITDMethods()InterTypeMethodDeclaration[]	a:getInterfaces()AjType<?>[]	a:getJavaClass()Class<T>	a:getMethods()Method[]	a:getModifiers()int	a:getName()String	a:getPackage()Package	a:getPerClause()PerClause	a:getPointcut(String)Pointcut	a:getPointcuts()Pointcut[]	a:getSupertype()AjType<?>	a:getTypeParameters()TypeVariable<Class<T>>[]	a:isArray()boolean	a:isAspect()boolean	a:isEnum()boolean	a:isInstance(Object)boolean	a:isInterface()boolean	a:isLocalClass()boolean	a:isMemberAspect()boolean	a:isMemberClass()boolean	a:isPrimitive()boolean	a:isPrivileged()boolean	av:getAdvice(AdviceKind[])Advice[]	av:getConstructor(AjType<?>[])Constructor	av:getDeclaredAdvice(AdviceKind[])Advice[]	av:getDeclaredConstructor(AjType<?>[])Constructor	av:getDeclaredITDConstructor(AjType<?>,AjType<?>[])InterTypeConstructorDeclaration	av:getDeclaredITDMethod(String,AjType<?>,AjType<?>[])InterTypeMethodDeclaration	av:getDeclaredMethod(String,AjType<?>[])Method	av:getITDConstructor(AjType<?>,AjType<?>[])InterTypeConstructorDeclaration	av:getITDMethod(String,AjType<?>,AjType<?>[])InterTypeMethodDeclaration	av:getMethod(String,AjType<?>[])Method
AjTypeSystem	C		new()	s:getAjType<T>(Class<T>)AjType<T>
CatchClauseSignature	I	Signature	a:getParameterName()String	a:getParameterType()Class
CodeSignature	I	MemberSignature	a:getExceptionTypes()Class[]	a:getParameterNames()String[]	a:getParameterTypes()Class[]
ConstructorSignature	I	CodeSignature	a:getConstructor()Constructor
DeclareAnnotation	I		a:getAnnotation()Annotation	a:getAnnotationAsText()String	a:getDeclaringType()AjType<?>	a:getKind()DeclareAnnotation$Kind	a:getSignaturePattern()SignaturePattern	a:getTypePattern()TypePattern
DeclareAnnotation$Kind	Efs	Enum<DeclareAnnotation$Kind>	e:Field=DeclareAnnotation$Kind	e:Method=DeclareAnnotation$Kind	e:Constructor=DeclareAnnotation$Kind	e:Type=DeclareAnnotation$Kind	s:valueOf(String)DeclareAnnotation$Kind	s:values()DeclareAnnotation$Kind[]
DeclareErrorOrWarning	I		a:getDeclaringType()AjType	a:getMessage()String	a:getPointcutExpression()PointcutExpression	a:isError()boolean
DeclareParents	I		a:getDeclaringType()AjType	a:getParentTypes()Type[]	a:getTargetTypesPattern()TypePattern	a:isExtends()boolean	a:isImplements()boolean
DeclarePrecedence	I		a:getDeclaringType()AjType	a:getPrecedenceOrder()TypePattern[]
DeclareSoft	I		a:getDeclaringType()AjType	a:getPointcutExpression()PointcutExpression	a:getSoftenedExceptionType()AjType
FieldSignature	I	MemberSignature	a:getField()Field	a:getFieldType()Class
InitializerSignature	I	CodeSignature	a:getInitializer()Constructor
InterTypeConstructorDeclaration	I	InterTypeDeclaration	a:getExceptionTypes()AjType<?>[]	a:getGenericParameterTypes()Type[]	a:getParameterTypes()AjType<?>[]
InterTypeDeclaration	I		a:getDeclaringType()AjType<?>	a:getModifiers()int	a:getTargetType()AjType<?>
InterTypeFieldDeclaration	I	InterTypeDeclaration	a:getGenericType()Type	a:getName()String	a:getType()AjType<?>
InterTypeMethodDeclaration	I	InterTypeDeclaration	a:getExceptionTypes()AjType<?>[]	a:getGenericParameterTypes()Type[]	a:getGenericReturnType()Type	a:getName()String	a:getParameterTypes()AjType<?>[]	a:getReturnType()AjType<?>	a:getTypeParameters()TypeVariable<Method>[]
LockSignature	I	Signature
MemberSignature	I	Signature
MethodSignature	I	CodeSignature	a:getMethod()Method	a:getReturnType()Class
NoSuchAdviceException	C	Exception	getName()String	new(String)
NoSuchPointcutException	C	Exception	getName()String	new(String)
PerClause	I		a:getKind()PerClauseKind
PerClauseKind	Ef	Enum<PerClauseKind>	e:SINGLETON=PerClauseKind	e:PERTHIS=PerClauseKind	e:PERTARGET=PerClauseKind	e:PERCFLOW=PerClauseKind	e:PERCFLOWBELOW=PerClauseKind	e:PERTYPEWITHIN=PerClauseKind	s:valueOf(String)PerClauseKind	s:values()PerClauseKind[]
Pointcut	I		a:getDeclaringType()AjType	a:getModifiers()int	a:getName()String	a:getParameterNames()String[]	a:getParameterTypes()AjType<?>[]	a:getPointcutExpression()PointcutExpression
PointcutBasedPerClause	I	PerClause	a:getPointcutExpression()PointcutExpression
PointcutExpression	I		a:asString()String
SignaturePattern	I		a:asString()String
SourceLocation	I		a:getColumn()int	a:getFileName()String	a:getLine()int	a:getWithinType()Class
TypePattern	I		a:asString()String
TypePatternBasedPerClause	I		a:getTypePattern()TypePattern
UnlockSignature	I	Signature
@org.jetbrains.annotations
ApiStatus	Cf	
ApiStatus$AvailableSince	As	Annotation	a:value()String
ApiStatus$Experimental	As	Annotation
ApiStatus$Internal	As	Annotation
ApiStatus$NonExtendable	As	Annotation
ApiStatus$Obsolete	As	Annotation	a:since()String
ApiStatus$OverrideOnly	As	Annotation
ApiStatus$ScheduledForRemoval	As	Annotation	a:inVersion()String
Async	Cf	
Async$Execute	As	Annotation
Async$Schedule	As	Annotation
Blocking	A	Annotation
BlockingExecutor	A	Annotation
CheckReturnValue	A	Annotation
Contract	A	Annotation	a:mutates()String	a:pure()boolean	a:value()String
Debug	Cf	
Debug$Renderer	As	Annotation	a:childrenArray()String	a:hasChildren()String	a:text()String
MustBeInvokedByOverriders	A	Annotation
Nls	A	Annotation	a:capitalization()Nls$Capitalization
Nls$Capitalization	Efs	Enum<Nls$Capitalization>	e:NotSpecified=Nls$Capitalization	e:Title=Nls$Capitalization	e:Sentence=Nls$Capitalization	s:valueOf(String)Nls$Capitalization	s:values()Nls$Capitalization[]
NonBlocking	A	Annotation
NonBlockingExecutor	A	Annotation
NonNls	A	Annotation
NotNull	A	Annotation	a:exception()Class<+Exception>	a:value()String
NotNullByDefault	A	Annotation
Nullable	A	Annotation	a:value()String
PropertyKey	A	Annotation	a:resourceBundle()String
Range	A	Annotation	a:from()long	a:to()long
TestOnly	A	Annotation
UnknownNullability	A	Annotation	a:value()String
Unmodifiable	A	Annotation
UnmodifiableView	A	Annotation
VisibleForTesting	A	Annotation
@org.mapstruct
AfterMapping	A	Annotation
AnnotateWith	A	Annotation	a:elements()AnnotateWith$Element[]	a:value()Class<+Annotation>
AnnotateWith$Element	As	Annotation	a:booleans()boolean[]	a:bytes()byte[]	a:chars()char[]	a:classes()Class<?>[]	a:doubles()double[]	a:enumClass()Class<+Enum<?>>	a:enums()String[]	a:floats()float[]	a:ints()int[]	a:longs()long[]	a:name()String	a:shorts()short[]	a:strings()String[]
AnnotateWiths	A	Annotation	a:value()AnnotateWith[]
BeanMapping	A	Annotation	a:builder()Builder	a:ignoreByDefault()boolean	a:ignoreUnmappedSourceProperties()String[]	a:mappingControl()Class<+Annotation>	a:nullValueCheckStrategy()NullValueCheckStrategy	a:nullValueMappingStrategy()NullValueMappingStrategy	a:nullValuePropertyMappingStrategy()NullValuePropertyMappingStrategy	a:qualifiedBy()Class<+Annotation>[]	a:qualifiedByName()String[]	a:resultType()Class<?>	a:subclassExhaustiveStrategy()SubclassExhaustiveStrategy	a:unmappedSourcePolicy()ReportingPolicy	a:unmappedTargetPolicy()ReportingPolicy
BeforeMapping	A	Annotation
Builder	A	Annotation	a:buildMethod()String	a:disableBuilder()boolean
CollectionMappingStrategy	Ef	Enum<CollectionMappingStrategy>	e:ACCESSOR_ONLY=CollectionMappingStrategy	e:SETTER_PREFERRED=CollectionMappingStrategy	e:ADDER_PREFERRED=CollectionMappingStrategy	e:TARGET_IMMUTABLE=CollectionMappingStrategy	s:valueOf(String)CollectionMappingStrategy	s:values()CollectionMappingStrategy[]
Condition	A	Annotation	a:appliesTo()ConditionStrategy[]
ConditionStrategy	Ef	Enum<ConditionStrategy>	e:PROPERTIES=ConditionStrategy	e:SOURCE_PARAMETERS=ConditionStrategy	s:valueOf(String)ConditionStrategy	s:values()ConditionStrategy[]
Context	A	Annotation
DecoratedWith	A	Annotation	a:value()Class<?>
EnumMapping	A	Annotation	a:configuration()String	a:nameTransformationStrategy()String	a:unexpectedValueMappingException()Class<+Exception>
InheritConfiguration	A	Annotation	a:name()String
InheritInverseConfiguration	A	Annotation	a:name()String
InjectionStrategy	Ef	Enum<InjectionStrategy>	e:FIELD=InjectionStrategy	e:CONSTRUCTOR=InjectionStrategy	e:SETTER=InjectionStrategy	s:valueOf(String)InjectionStrategy	s:values()InjectionStrategy[]
IterableMapping	A	Annotation	a:dateFormat()String	a:elementMappingControl()Class<+Annotation>	a:elementTargetType()Class<?>	a:nullValueMappingStrategy()NullValueMappingStrategy	a:numberFormat()String	a:qualifiedBy()Class<+Annotation>[]	a:qualifiedByName()String[]
Javadoc	A	Annotation	a:authors()String[]	a:deprecated()String	a:since()String	a:value()String
MapMapping	A	Annotation	a:keyDateFormat()String	a:keyMappingControl()Class<+Annotation>	a:keyNumberFormat()String	a:keyQualifiedBy()Class<+Annotation>[]	a:keyQualifiedByName()String[]	a:keyTargetType()Class<?>	a:nullValueMappingStrategy()NullValueMappingStrategy	a:valueDateFormat()String	a:valueMappingControl()Class<+Annotation>	a:valueNumberFormat()String	a:valueQualifiedBy()Class<+Annotation>[]	a:valueQualifiedByName()String[]	a:valueTargetType()Class<?>
Mapper	A	Annotation	a:builder()Builder	a:collectionMappingStrategy()CollectionMappingStrategy	a:componentModel()String	a:config()Class<?>	a:disableSubMappingMethodsGeneration()boolean	a:implementationName()String	a:implementationPackage()String	a:imports()Class<?>[]	a:injectionStrategy()InjectionStrategy	a:mappingControl()Class<+Annotation>	a:mappingInheritanceStrategy()MappingInheritanceStrategy	a:nullValueCheckStrategy()NullValueCheckStrategy	a:nullValueIterableMappingStrategy()NullValueMappingStrategy	a:nullValueMapMappingStrategy()NullValueMappingStrategy	a:nullValueMappingStrategy()NullValueMappingStrategy	a:nullValuePropertyMappingStrategy()NullValuePropertyMappingStrategy	a:subclassExhaustiveStrategy()SubclassExhaustiveStrategy	a:suppressTimestampInGenerated()boolean	a:typeConversionPolicy()ReportingPolicy	a:unexpectedValueMappingException()Class<+Exception>	a:unmappedSourcePolicy()ReportingPolicy	a:unmappedTargetPolicy()ReportingPolicy	a:uses()Class<?>[]
MapperConfig	A	Annotation	a:builder()Builder	a:collectionMappingStrategy()CollectionMappingStrategy	a:componentModel()String	a:disableSubMappingMethodsGeneration()boolean	a:implementationName()String	a:implementationPackage()String	a:imports()Class<?>[]	a:injectionStrategy()InjectionStrategy	a:mappingControl()Class<+Annotation>	a:mappingInheritanceStrategy()MappingInheritanceStrategy	a:nullValueCheckStrategy()NullValueCheckStrategy	a:nullValueIterableMappingStrategy()NullValueMappingStrategy	a:nullValueMapMappingStrategy()NullValueMappingStrategy	a:nullValueMappingStrategy()NullValueMappingStrategy	a:nullValuePropertyMappingStrategy()NullValuePropertyMappingStrategy	a:subclassExhaustiveStrategy()SubclassExhaustiveStrategy	a:suppressTimestampInGenerated()boolean	a:typeConversionPolicy()ReportingPolicy	a:unexpectedValueMappingException()Class<+Exception>	a:unmappedSourcePolicy()ReportingPolicy	a:unmappedTargetPolicy()ReportingPolicy	a:uses()Class<?>[]
Mapping	A	Annotation	a:conditionExpression()String	a:conditionQualifiedBy()Class<+Annotation>[]	a:conditionQualifiedByName()String[]	a:constant()String	a:dateFormat()String	a:defaultExpression()String	a:defaultValue()String	a:dependsOn()String[]	a:expression()String	a:ignore()boolean	a:mappingControl()Class<+Annotation>	a:nullValueCheckStrategy()NullValueCheckStrategy	a:nullValuePropertyMappingStrategy()NullValuePropertyMappingStrategy	a:numberFormat()String	a:qualifiedBy()Class<+Annotation>[]	a:qualifiedByName()String[]	a:resultType()Class<?>	a:source()String	a:target()String
MappingConstants	Cf		s:ANY_REMAINING=String="<ANY_REMAINING>"	s:ANY_UNMAPPED=String="<ANY_UNMAPPED>"	s:CASE_TRANSFORMATION=String="case"	s:NULL=String="<NULL>"	s:PREFIX_TRANSFORMATION=String="prefix"	s:STRIP_PREFIX_TRANSFORMATION=String="stripPrefix"	s:STRIP_SUFFIX_TRANSFORMATION=String="stripSuffix"	s:SUFFIX_TRANSFORMATION=String="suffix"	s:THROW_EXCEPTION=String="<THROW_EXCEPTION>"
MappingConstants$ComponentModel	Cfs		s:CDI=String="cdi"	s:DEFAULT=String="default"	s:JAKARTA=String="jakarta"	s:JAKARTA_CDI=String="jakarta-cdi"	s:JSR330=String="jsr330"	s:SPRING=String="spring"
MappingInheritanceStrategy	Ef	Enum<MappingInheritanceStrategy>	e:EXPLICIT=MappingInheritanceStrategy	e:AUTO_INHERIT_FROM_CONFIG=MappingInheritanceStrategy	e:AUTO_INHERIT_REVERSE_FROM_CONFIG=MappingInheritanceStrategy	e:AUTO_INHERIT_ALL_FROM_CONFIG=MappingInheritanceStrategy	s:valueOf(String)MappingInheritanceStrategy	s:values()MappingInheritanceStrategy[]
MappingTarget	A	Annotation
Mappings	A	Annotation	a:value()Mapping[]
Named	A	Annotation	a:value()String
NullValueCheckStrategy	Ef	Enum<NullValueCheckStrategy>	e:ON_IMPLICIT_CONVERSION=NullValueCheckStrategy	e:ALWAYS=NullValueCheckStrategy	s:valueOf(String)NullValueCheckStrategy	s:values()NullValueCheckStrategy[]
NullValueMappingStrategy	Ef	Enum<NullValueMappingStrategy>	e:RETURN_NULL=NullValueMappingStrategy	e:RETURN_DEFAULT=NullValueMappingStrategy	s:valueOf(String)NullValueMappingStrategy	s:values()NullValueMappingStrategy[]
NullValuePropertyMappingStrategy	Ef	Enum<NullValuePropertyMappingStrategy>	e:SET_TO_NULL=NullValuePropertyMappingStrategy	e:SET_TO_DEFAULT=NullValuePropertyMappingStrategy	e:IGNORE=NullValuePropertyMappingStrategy	s:valueOf(String)NullValuePropertyMappingStrategy	s:values()NullValuePropertyMappingStrategy[]
ObjectFactory	A	Annotation
Qualifier	A	Annotation
ReportingPolicy	Ef	Enum<ReportingPolicy>	e:IGNORE=ReportingPolicy	e:WARN=ReportingPolicy	e:ERROR=ReportingPolicy	s:valueOf(String)ReportingPolicy	s:values()ReportingPolicy[]
SourceParameterCondition	A	Annotation
SourcePropertyName	A	Annotation
SubclassExhaustiveStrategy	Ef	Enum<SubclassExhaustiveStrategy>	e:COMPILE_ERROR=SubclassExhaustiveStrategy	e:RUNTIME_EXCEPTION=SubclassExhaustiveStrategy	s:valueOf(String)SubclassExhaustiveStrategy	s:values()SubclassExhaustiveStrategy[]
SubclassMapping	A	Annotation	a:qualifiedBy()Class<+Annotation>[]	a:qualifiedByName()String[]	a:source()Class<?>	a:target()Class<?>
SubclassMappings	A	Annotation	a:value()SubclassMapping[]
TargetPropertyName	A	Annotation
TargetType	A	Annotation
ValueMapping	A	Annotation	a:source()String	a:target()String
ValueMappings	A	Annotation	a:value()ValueMapping[]
@org.mapstruct.factory
Mappers	C		s:getMapper<T>(Class<T>)T	s:getMapperClass<T>(Class<T>)Class<+T>
