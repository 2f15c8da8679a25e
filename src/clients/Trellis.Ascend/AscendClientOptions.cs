using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Trellis.Ascend;

/// <summary>What an <see cref="AscendClient"/> can be told. Contract sections 1.1, 1.7, 4 and 7.</summary>
public sealed class AscendClientOptions : ClientOptions
{
    /// <summary>The environment variable of <see cref="ClientOptions.BaseUrl"/>; the configuration key is <c>BaseUrl</c>.</summary>
    public const string BaseUrlVariable = "ASCEND_API_URL";

    /// <summary>The environment variable of <see cref="ApiKey"/>; the configuration key is <c>ApiKey</c>.</summary>
    public const string ApiKeyVariable = "ASCEND_API_KEY";

    /// <summary>The environment variable of <see cref="AgentId"/>; the configuration key is <c>AgentId</c>.</summary>
    public const string AgentIdVariable = "ASCEND_AGENT_ID";

    /// <summary>The environment variable of <see cref="AgentName"/>; the configuration key is <c>AgentName</c>.</summary>
    public const string AgentNameVariable = "ASCEND_AGENT_NAME";

    /// <summary>The environment variable of <see cref="SigningSecret"/>; the configuration key is <c>SigningSecret</c>.</summary>
    public const string SigningSecretVariable = "ASCEND_SIGNING_SECRET";

    /// <summary>
    /// The environment variable of <see cref="Debug"/>; the configuration key is <c>Debug</c>. On unless <c>0</c>, <c>false</c>,
    /// <c>no</c> or <c>off</c>.
    /// </summary>
    public const string DebugVariable = "ASCEND_DEBUG";

    // Names of earlier generations, read where the present one is not set.
    private const string EarlierBaseUrlVariable = "OWKAI_API_URL";
    private const string EarlierApiKeyVariable = "OWKAI_API_KEY";

    private static readonly string DefaultUserAgent = $"ascend-sdk/{AscendDefaults.SdkVersion} DotNet";

    /// <summary>Creates options with the defaults. The environment is not read; <see cref="FromEnvironment()"/> does that.</summary>
    public AscendClientOptions()
        : base(new Uri(AscendDefaults.ApiUrl), DefaultUserAgent)
    {
        AttemptTimeout = ConnectTimeout = AscendDefaults.Timeout;
        MaxRetries = AscendDefaults.MaxRetries;
    }

    /// <summary>The API key, or a person's token: both go the same way. Another name of <see cref="ClientOptions.Token"/>.</summary>
    /// <value><see langword="null"/>: building the client fails.</value>
    public TokenSource? ApiKey
    {
        get => Token;
        set => Token = value;
    }

    /// <summary>The agent that acts.</summary>
    /// <value><see langword="null"/>: actions are sent for <see cref="AscendDefaults.UnknownAgentId"/>, and nothing can be registered.</value>
    public string? AgentId { get; set; }

    /// <summary>The agent's name for people.</summary>
    /// <value><see langword="null"/>: the agent's id.</value>
    public string? AgentName { get; set; }

    /// <summary>The environment that the agent acts in.</summary>
    /// <value><c>production</c>.</value>
    public string Environment { get; set; } = AscendDefaults.Environment;

    /// <summary>What becomes of an action that cannot be evaluated because the server cannot be reached.</summary>
    /// <value><see cref="FailMode.Closed"/>.</value>
    public FailMode FailMode { get; set; }

    /// <summary>How many retries may follow the first attempt of a call: <see cref="ClientOptions.MaxAttempts"/> less one.</summary>
    /// <value>3.</value>
    public int MaxRetries
    {
        get => MaxAttempts - 1;
        set => MaxAttempts = value + 1;
    }

    /// <summary>With what bodies are signed.</summary>
    /// <value><see langword="null"/>: they are not.</value>
    public Secret? SigningSecret { get; set; }

    /// <summary>Whether a circuit breaker keeps attempts away from a server that is down.</summary>
    /// <value><see langword="true"/>.</value>
    public bool EnableCircuitBreaker { get; set; } = true;

    /// <summary>How many failures in a row open the circuit; at least 1.</summary>
    /// <value>5.</value>
    public int CircuitBreakerThreshold { get; set; } = AscendDefaults.CircuitBreakerThreshold;

    /// <summary>How long an open circuit refuses attempts after the last failure.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CircuitBreakerTimeout { get; set; } = AscendDefaults.CircuitBreakerTimeout;

    /// <summary>How long to wait for a decision, unless a call says otherwise. Zero looks once.</summary>
    /// <value>60 seconds.</value>
    public TimeSpan DecisionTimeout { get; set; } = AscendDefaults.DecisionTimeout;

    /// <summary>The wait between two looks at a pending decision.</summary>
    /// <value>2 seconds.</value>
    public TimeSpan PollInterval { get; set; } = AscendDefaults.PollInterval;

    /// <summary>
    /// Whether a client without a <see cref="ClientOptions.LoggerFactory"/> logs to standard error, down to <see cref="LogLevel.Debug"/>,
    /// where each attempt stands with its method, path, correlation id and number. Bodies are never logged.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool Debug { get; set; }

    /// <summary>Creates options from the <c>ASCEND_…</c> environment variables, and the defaults where they are not set.</summary>
    /// <exception cref="AscendConfigurationException">A variable cannot be read; the message names it.</exception>
    public static AscendClientOptions FromEnvironment() => FromEnvironment(System.Environment.GetEnvironmentVariable);

    /// <summary>Creates options from <c>ASCEND_…</c> variables that come from elsewhere than the process, or pass a filter first.</summary>
    /// <param name="readVariable">Tells the value of a variable; <see langword="null"/> when it is not set.</param>
    /// <exception cref="AscendConfigurationException">A variable cannot be read; the message names it.</exception>
    public static AscendClientOptions FromEnvironment(Func<string, string?> readVariable)
    {
        ArgumentNullException.ThrowIfNull(readVariable);
        var options = new AscendClientOptions();
        options.ApplyVariables(readVariable);
        return options;
    }

    /// <summary>
    /// Creates options from the environment and, for what is not set there, from a file of variables (<c>.env</c>): lines of
    /// <c>KEY=value</c>, optionally behind <c>export</c>, values optionally in quotes, comments behind <c>#</c>. Contract section 7.
    /// </summary>
    /// <exception cref="AscendConfigurationException">A variable cannot be read; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AscendClientOptions FromEnvironmentFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = EnvironmentFile.Read(path);
        return FromEnvironment(
            name => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : file.GetValueOrDefault(name));
    }

    /// <summary>
    /// Overwrites what the section sets, under the keys that the variables' documentation names, and <c>Environment</c>, <c>FailMode</c>,
    /// <c>MaxRetries</c> and <c>TimeoutSeconds</c>.
    /// </summary>
    /// <exception cref="AscendConfigurationException">A value cannot be read; the message names its key.</exception>
    public void Apply(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var settings = SettingSource.Configuration(section);
        Apply(settings);
        Reading(() =>
        {
            Environment = section["Environment"] is { Length: > 0 } environment ? environment : Environment;
            FailMode = section["FailMode"] is { Length: > 0 } mode ? FailModes.Parse(mode) : FailMode;
            MaxRetries = settings.Integer("", "MaxRetries") ?? MaxRetries;
            AttemptTimeout = settings.Seconds("", "TimeoutSeconds") ?? AttemptTimeout;
        });
    }

    internal void ApplyVariables(Func<string, string?> readVariable) =>
        Apply(SettingSource.Variables(name => readVariable(name) is { Length: > 0 } value ? value : null));

    internal AscendClientOptions Copy()
    {
        var copy = (AscendClientOptions)MemberwiseClone();
        copy.Hooks = Hooks.Copy();
        return copy;
    }

    private static void Reading(Action read)
    {
        try
        {
            read();
        }
        catch (FormatException exception)
        {
            throw new AscendConfigurationException(exception.Message, innerException: exception);
        }
    }

    private void Apply(SettingSource settings) => Reading(() =>
    {
        BaseUrl = settings.Address(BaseUrlVariable, "BaseUrl") ?? settings.Address(EarlierBaseUrlVariable, "BaseUrl") ?? BaseUrl;
        Token = (settings.Text(ApiKeyVariable, "ApiKey") ?? settings.Text(EarlierApiKeyVariable, "ApiKey")) is { } key ? key : Token;
        AgentId = settings.Text(AgentIdVariable, "AgentId") ?? AgentId;
        AgentName = settings.Text(AgentNameVariable, "AgentName") ?? AgentName;
        SigningSecret = settings.Text(SigningSecretVariable, "SigningSecret") is { } secret ? new Secret(secret) : SigningSecret;
        Debug = settings.OnUnlessRefused(DebugVariable, "Debug") ?? Debug;
    });
}
