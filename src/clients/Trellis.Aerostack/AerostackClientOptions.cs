using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Trellis.Aerostack;

/// <summary>What an <see cref="AerostackClient"/> can be told. Contract sections 1.1 to 1.3 and 5.</summary>
/// <remarks>
/// Unlike other platforms', its timeouts are infinite and nothing is repeated unless it is asked for, as the API's description has it.
/// </remarks>
public sealed class AerostackClientOptions : ClientOptions
{
    /// <summary>The environment variable of <see cref="ServerUrl"/>; the configuration key is <c>ServerUrl</c>.</summary>
    public const string ServerUrlVariable = "AEROSTACK_SERVER_URL";

    /// <summary>
    /// The environment variable that tells the server's host as the worker SDK has it, without <c>/v1</c>. It is read where
    /// <see cref="ServerUrlVariable"/> is not set.
    /// </summary>
    public const string ApiUrlVariable = "AEROSTACK_API_URL";

    /// <summary>The environment variable of <see cref="ApiKey"/>; the configuration key is <c>ApiKey</c>.</summary>
    public const string ApiKeyVariable = "AEROSTACK_API_KEY";

    /// <summary>The environment variable of <see cref="ProjectId"/>; the configuration key is <c>ProjectId</c>.</summary>
    public const string ProjectIdVariable = "AEROSTACK_PROJECT_ID";

    private static readonly string DefaultUserAgent =
        $"trellis-aerostack/{typeof(AerostackClientOptions).Assembly.GetName().Version?.ToString(3)} dotnet/{Environment.Version}";

    /// <summary>Creates options with the defaults. The environment is not read; <see cref="FromEnvironment()"/> does that.</summary>
    public AerostackClientOptions()
        : base(AerostackServers.All[0], DefaultUserAgent)
    {
        AttemptTimeout = ConnectTimeout = Timeout.InfiniteTimeSpan;
        MaxAttempts = int.MaxValue;
        FollowsRedirects = true;
    }

    /// <summary>The project's key. Another name of <see cref="ClientOptions.Token"/>; a callback is asked once per call.</summary>
    /// <value><see langword="null"/>: building the client fails.</value>
    public TokenSource? ApiKey
    {
        get => Token;
        set => Token = value;
    }

    /// <summary>
    /// The server's address with its <c>/v1</c>, where names in braces are replaced by <see cref="UrlParameters"/>. It wins over
    /// <see cref="ServerIndex"/>, and that over <see cref="ClientOptions.BaseUrl"/>.
    /// </summary>
    /// <value><see langword="null"/>, which an empty text counts as too: the other two decide.</value>
    public string? ServerUrl { get; set; }

    /// <summary>What the names in <see cref="ServerUrl"/> stand for. The texts are put in as they are.</summary>
    /// <value>None.</value>
    public IReadOnlyDictionary<string, string> UrlParameters { get; set; } = new Dictionary<string, string>();

    /// <summary>The server's place in <see cref="AerostackServers.All"/>, from 0; one that is not there fails when the client is built.</summary>
    /// <value><see langword="null"/>: <see cref="ClientOptions.BaseUrl"/> decides, which is the first server unless it was changed.</value>
    public int? ServerIndex { get; set; }

    /// <summary>The project's id or slug, sent as <c>X-Project-Id</c> and needed by realtime's topics. The key decides which project it is.</summary>
    /// <value><see langword="null"/>: nothing is sent.</value>
    public string? ProjectId { get; set; }

    /// <summary>The key of a consumer of the gateway (<c>ask_live_…</c>).</summary>
    /// <value><see langword="null"/>: the gateway is spoken to with <see cref="UserToken"/>.</value>
    public TokenSource? ConsumerKey { get; set; }

    /// <summary>The token of one of the project's users, for the gateway, for realtime and its history.</summary>
    /// <value><see langword="null"/>: none.</value>
    public TokenSource? UserToken { get; set; }

    /// <summary>Under which paths the gateway is spoken to.</summary>
    /// <value><see cref="GatewayRoute.Platform"/>.</value>
    public GatewayRoute GatewayRoute { get; set; }

    /// <summary>What realtime can be told.</summary>
    public RealtimeOptions Realtime { get; set; } = new();

    /// <summary>How calls are repeated, unless a call says otherwise.</summary>
    /// <value><see langword="null"/>: each call is one attempt.</value>
    public RetryConfig? Retries { get; set; }

    /// <summary>Code that takes part in every call and may change it. <see cref="ClientOptions.Hooks"/> only watch.</summary>
    public AerostackHooks SdkHooks { get; set; } = new();

    /// <summary>
    /// Where each attempt is written with its headers and bodies, as debug records. Keys, passwords and tokens are masked, but bodies hold
    /// whatever the application sends: it is for debugging.
    /// </summary>
    /// <value><see langword="null"/>: nowhere.</value>
    public ILogger? DebugLogger { get; set; }

    /// <summary>
    /// Whether an error with a code that the API's description does not list is an <see cref="AerostackErrorResponseException"/> with that
    /// code, rather than an <see cref="AerostackResponseValidationException"/>. Contract section 3.2.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AcceptUnknownErrorCodes { get; set; }

    /// <summary>Creates options from the <c>AEROSTACK_…</c> environment variables, and the defaults where they are not set.</summary>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AerostackClientOptions FromEnvironment() => FromEnvironment(System.Environment.GetEnvironmentVariable);

    /// <summary>Creates options from <c>AEROSTACK_…</c> variables that come from elsewhere than the process, or pass a filter first.</summary>
    /// <param name="readVariable">Tells the value of a variable; <see langword="null"/> or empty when it is not set.</param>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AerostackClientOptions FromEnvironment(Func<string, string?> readVariable)
    {
        ArgumentNullException.ThrowIfNull(readVariable);
        var options = new AerostackClientOptions();
        options.ApplyVariables(readVariable);
        return options;
    }

    /// <summary>
    /// Overwrites what the section sets, under the keys that the variables' documentation names, and <c>ServerIndex</c> and
    /// <c>TimeoutSeconds</c>, which is the <see cref="ClientOptions.AttemptTimeout"/>.
    /// </summary>
    /// <exception cref="FormatException">A value cannot be read; the message names its key.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no server with that index.</exception>
    public void Apply(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var settings = SettingSource.Configuration(section);
        if (settings.Integer("", "ServerIndex") is { } index)
        {
            BaseUrl = AerostackServers.At(index);
        }

        AttemptTimeout = settings.Seconds("", "TimeoutSeconds") ?? AttemptTimeout;
        Apply(settings);
    }

    internal void ApplyVariables(Func<string, string?> readVariable)
    {
        var settings = SettingSource.Variables(name => readVariable(name) is { Length: > 0 } value ? value : null);
        if (settings.Address(ApiUrlVariable, "") is { } host)
        {
            BaseUrl = new Uri($"{host.GetLeftPart(UriPartial.Path).TrimEnd('/')}{ApiHost.VersionPath}");
        }

        Apply(settings);
    }

    /// <summary>These options with another credential. They share everything else.</summary>
    internal AerostackClientOptions With(TokenSource token)
    {
        var copy = (AerostackClientOptions)MemberwiseClone();
        copy.Token = token;
        return copy;
    }

    internal AerostackClientOptions Copy()
    {
        var copy = (AerostackClientOptions)MemberwiseClone();
        copy.Hooks = Hooks.Copy();
        copy.SdkHooks = SdkHooks.Copy();
        copy.Realtime = Realtime.Copy();
        copy.BaseUrl = ServerUrl is { Length: > 0 } template ? ServerUrlTemplate.Fill(template, UrlParameters)
            : ServerIndex is { } index ? AerostackServers.At(index)
            : BaseUrl;
        return copy;
    }

    private void Apply(SettingSource settings)
    {
        // Into the base URL, so that whatever code sets later wins over what was read here.
        BaseUrl = settings.Address(ServerUrlVariable, "ServerUrl") ?? BaseUrl;
        Token = settings.Text(ApiKeyVariable, "ApiKey") is { } key ? key : Token;
        ProjectId = settings.Text(ProjectIdVariable, "ProjectId") ?? ProjectId;
    }
}
