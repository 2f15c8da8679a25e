namespace Trellis.Server.Kernel.Identity;

/// <summary>How the server knows its callers; bound from the configuration section <c>identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The file of the private key that signs the server's own tokens and its audit checkpoints. Made when it is missing, mode 0600.</summary>
    /// <value>Default null: the key lives in memory and its tokens end with the process.</value>
    public string? SigningKeyFile { get; set; }

    /// <summary>The other issuers whose tokens are accepted.</summary>
    /// <value>Default none.</value>
    public IList<TrustedIssuer> Issuers { get; init; } = [];

    /// <summary>How far the clocks of the server and an issuer may differ.</summary>
    /// <value>Default 60 seconds; zero to 5 minutes.</value>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest token that is looked at, in characters.</summary>
    /// <value>Default 8192.</value>
    public int MaximumTokenLength { get; set; } = 8192;

    /// <summary>How many validated tokens are remembered, so that their signature is not checked again.</summary>
    /// <value>Default 10 000; zero remembers none.</value>
    public int ValidatedTokenCapacity { get; set; } = 10_000;

    /// <summary>The age at which an issuer's keys are fetched again.</summary>
    /// <value>Default one hour.</value>
    public TimeSpan JwksRefreshInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The shortest time between two fetches of an issuer's keys, however many unknown key ids arrive.</summary>
    /// <value>Default 30 seconds.</value>
    public TimeSpan JwksRetryInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a fetch of an issuer's keys may take.</summary>
    /// <value>Default 5 seconds.</value>
    public TimeSpan JwksTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of range, or an issuer is incomplete or named twice.</exception>
    public void Validate()
    {
        if (ClockSkew < TimeSpan.Zero || ClockSkew > TimeSpan.FromMinutes(5))
            throw new ArgumentException("'clockSkew' is from zero to 5 minutes.");
        if (MaximumTokenLength < 256)
            throw new ArgumentException("'maximumTokenLength' is 256 or more.");
        if (ValidatedTokenCapacity < 0)
            throw new ArgumentException("'validatedTokenCapacity' is zero or more.");
        if (JwksRefreshInterval <= TimeSpan.Zero || JwksRetryInterval <= TimeSpan.Zero || JwksTimeout <= TimeSpan.Zero)
            throw new ArgumentException("The intervals and the timeout of 'jwks' are longer than zero.");
        foreach (var issuer in Issuers)
            issuer.Validate();
        if (Issuers.DistinctBy(static issuer => issuer.Issuer).Count() != Issuers.Count)
            throw new ArgumentException("An issuer is configured twice.");
    }
}
