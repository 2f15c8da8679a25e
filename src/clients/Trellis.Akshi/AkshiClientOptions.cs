using Microsoft.Extensions.Configuration;

namespace Trellis.Akshi;

/// <summary>What an <see cref="AkshiClient"/> can be told. Contract sections 1 and 6.</summary>
/// <remarks>
/// Unlike other platforms' clients this one makes one attempt per call unless <see cref="ClientOptions.MaxAttempts"/> says otherwise, and
/// then repeats reads alone, after 429 and 503. A token is optional: without one, no credential is sent.
/// </remarks>
public sealed class AkshiClientOptions : ClientOptions
{
    /// <summary>The environment variable of <see cref="ClientOptions.BaseUrl"/>; the configuration key is <c>BaseUrl</c>.</summary>
    public const string BaseUrlVariable = "AKSHI_BASE_URL";

    /// <summary>The environment variable of <see cref="ClientOptions.Token"/>; the configuration key is <c>Token</c>.</summary>
    public const string TokenVariable = "AKSHI_TOKEN";

    /// <summary>The environment variable of <see cref="ClientOptions.AttemptTimeout"/>, in seconds; the configuration key is <c>TimeoutSeconds</c>.</summary>
    public const string TimeoutVariable = "AKSHI_TIMEOUT_SECONDS";

    /// <summary>The environment variable of <see cref="ClientOptions.MaxAttempts"/>; the configuration key is <c>MaxAttempts</c>.</summary>
    public const string MaxAttemptsVariable = "AKSHI_MAX_ATTEMPTS";

    /// <summary>The environment variable of <see cref="ClientOptions.CaBundlePath"/>; the configuration key is <c>CaBundlePath</c>.</summary>
    public const string CaBundleVariable = "AKSHI_CA_BUNDLE";

    private static readonly Uri DefaultBaseUrl = new("http://127.0.0.1:3210");

    private static readonly string DefaultUserAgent =
        $"trellis-akshi/{typeof(AkshiClientOptions).Assembly.GetName().Version?.ToString(3)} dotnet/{Environment.Version}";

    /// <summary>
    /// Creates options with the defaults: the runtime on this machine, one attempt per call, and 45 seconds of silence, which is three of
    /// the runtime's keep-alives, before a stream of events counts as broken. The environment is not read; <see cref="FromEnvironment()"/>
    /// does that.
    /// </summary>
    public AkshiClientOptions()
        : base(DefaultBaseUrl, DefaultUserAgent)
    {
        MaxAttempts = 1;
        StreamIdleTimeout = TimeSpan.FromSeconds(45);
    }

    /// <summary>Creates options from the <c>AKSHI_…</c> environment variables, and the defaults where they are not set.</summary>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AkshiClientOptions FromEnvironment() => FromEnvironment(System.Environment.GetEnvironmentVariable);

    /// <summary>Creates options from <c>AKSHI_…</c> variables that come from elsewhere than the process, or pass a filter first.</summary>
    /// <param name="readVariable">Tells the value of a variable; <see langword="null"/> or empty when it is not set.</param>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AkshiClientOptions FromEnvironment(Func<string, string?> readVariable)
    {
        ArgumentNullException.ThrowIfNull(readVariable);
        var options = new AkshiClientOptions();
        options.ApplyVariables(readVariable);
        return options;
    }

    /// <summary>Overwrites what the section sets, under the keys that the variables' documentation names.</summary>
    /// <exception cref="FormatException">A value cannot be read; the message names its key.</exception>
    public void Apply(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        Apply(SettingSource.Configuration(section));
    }

    internal void ApplyVariables(Func<string, string?> readVariable) =>
        Apply(SettingSource.Variables(name => readVariable(name) is { Length: > 0 } value ? value : null));

    internal AkshiClientOptions Copy()
    {
        var copy = (AkshiClientOptions)MemberwiseClone();
        copy.Hooks = Hooks.Copy();
        return copy;
    }

    private void Apply(SettingSource settings)
    {
        BaseUrl = settings.Address(BaseUrlVariable, "BaseUrl") ?? BaseUrl;
        Token = settings.Text(TokenVariable, "Token") is { } token ? token : Token;
        AttemptTimeout = settings.Seconds(TimeoutVariable, "TimeoutSeconds") ?? AttemptTimeout;
        MaxAttempts = settings.Integer(MaxAttemptsVariable, "MaxAttempts") ?? MaxAttempts;
        CaBundlePath = settings.Text(CaBundleVariable, "CaBundlePath") is { Length: > 0 } path ? path : CaBundlePath;
    }
}
