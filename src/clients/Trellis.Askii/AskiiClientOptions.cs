using Microsoft.Extensions.Configuration;

namespace Trellis.Askii;

/// <summary>What an <see cref="AskiiClient"/> can be told. Contract section 7.</summary>
public sealed class AskiiClientOptions : ClientOptions
{
    /// <summary>The environment variable of <see cref="ClientOptions.BaseUrl"/>; the configuration key is <c>BaseUrl</c>.</summary>
    public const string BaseUrlVariable = "ASKII_BASE_URL";

    /// <summary>The environment variable of <see cref="ClientOptions.Token"/>; the configuration key is <c>Token</c>.</summary>
    public const string TokenVariable = "ASKII_TOKEN";

    /// <summary>The environment variable of <see cref="ClientOptions.AttemptTimeout"/>, in seconds; the configuration key is <c>TimeoutSeconds</c>.</summary>
    public const string TimeoutVariable = "ASKII_TIMEOUT_SECONDS";

    /// <summary>The environment variable of <see cref="ClientOptions.MaxAttempts"/>; the configuration key is <c>MaxAttempts</c>.</summary>
    public const string MaxAttemptsVariable = "ASKII_MAX_RETRIES";

    /// <summary>The environment variable of <see cref="ClientOptions.CaBundlePath"/>; the configuration key is <c>CaBundlePath</c>.</summary>
    public const string CaBundleVariable = "ASKII_CA_BUNDLE";

    /// <summary>
    /// The environment variable of <see cref="ClientOptions.VerifyTls"/>; the configuration key is <c>VerifyTls</c>. Only <c>0</c>,
    /// <c>false</c>, <c>no</c> and <c>off</c> turn the check off, and not while a CA bundle is given.
    /// </summary>
    public const string VerifyVariable = "ASKII_VERIFY";

    private static readonly Uri DefaultBaseUrl = new("https://api.askii.ai");

    private static readonly string DefaultUserAgent =
        $"trellis-askii/{typeof(AskiiClientOptions).Assembly.GetName().Version?.ToString(3)} dotnet/{Environment.Version}";

    /// <summary>Creates options with the defaults. The environment is not read; <see cref="FromEnvironment()"/> does that.</summary>
    public AskiiClientOptions()
        : base(DefaultBaseUrl, DefaultUserAgent)
    {
    }

    /// <summary>Creates options from the <c>ASKII_…</c> environment variables, and the defaults where they are not set.</summary>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AskiiClientOptions FromEnvironment() => From(SettingSource.Environment);

    /// <summary>Creates options from <c>ASKII_…</c> variables that come from elsewhere than the process, or pass a filter first.</summary>
    /// <param name="readVariable">Tells the value of a variable; <see langword="null"/> when it is not set.</param>
    /// <exception cref="FormatException">A variable cannot be read; the message names it.</exception>
    public static AskiiClientOptions FromEnvironment(Func<string, string?> readVariable)
    {
        ArgumentNullException.ThrowIfNull(readVariable);
        return From(SettingSource.Variables(readVariable));
    }

    /// <summary>Overwrites what the section sets, under the keys that the variables' documentation names.</summary>
    /// <exception cref="FormatException">A value cannot be read; the message names its key.</exception>
    public void Apply(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        Apply(SettingSource.Configuration(section));
    }

    internal void Apply(SettingSource settings)
    {
        BaseUrl = settings.Address(BaseUrlVariable, "BaseUrl") ?? BaseUrl;
        Token = settings.Text(TokenVariable, "Token") is { } token ? token : Token;
        AttemptTimeout = settings.Seconds(TimeoutVariable, "TimeoutSeconds") ?? AttemptTimeout;
        MaxAttempts = settings.Integer(MaxAttemptsVariable, "MaxAttempts") ?? MaxAttempts;
        CaBundlePath = settings.Text(CaBundleVariable, "CaBundlePath") is { Length: > 0 } path ? path : CaBundlePath;
        VerifyTls = CaBundlePath is not null || (settings.OnUnlessRefused(VerifyVariable, "VerifyTls") ?? VerifyTls);
    }

    internal AskiiClientOptions Copy()
    {
        var copy = (AskiiClientOptions)MemberwiseClone();
        copy.Hooks = Hooks.Copy();
        return copy;
    }

    private static AskiiClientOptions From(SettingSource settings)
    {
        var options = new AskiiClientOptions();
        options.Apply(settings);
        return options;
    }
}
