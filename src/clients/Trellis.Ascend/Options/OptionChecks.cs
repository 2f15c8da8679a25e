namespace Trellis.Ascend;

/// <summary>Refuses options with which a client must not work.</summary>
internal static class OptionChecks
{
    /// <exception cref="AscendConfigurationException">An option must not be as it is; the message names it.</exception>
    public static void Check(AscendClientOptions options)
    {
        BaseUrlChecks.Check(options.BaseUrl);
        Require(
            options.VerifyTls,
            $"{nameof(options.VerifyTls)} must stay on: certificates are always checked. Name a test authority in {nameof(options.CaBundlePath)}.");
        Require(options.MaxRetries >= 0, $"{nameof(options.MaxRetries)} must not be negative.");
        Require(options.CircuitBreakerThreshold >= 1, $"{nameof(options.CircuitBreakerThreshold)} must be at least 1.");
        Require(options.CircuitBreakerTimeout >= TimeSpan.Zero, $"{nameof(options.CircuitBreakerTimeout)} must not be negative.");
        Require(options.DecisionTimeout >= TimeSpan.Zero, $"{nameof(options.DecisionTimeout)} must not be negative.");
        Require(options.PollInterval > TimeSpan.Zero, $"{nameof(options.PollInterval)} must be more than zero.");
        Require(!string.IsNullOrWhiteSpace(options.Environment), $"{nameof(options.Environment)} must not be blank.");
        Require(Enum.IsDefined(options.FailMode), $"{nameof(options.FailMode)} must be {nameof(FailMode.Closed)} or {nameof(FailMode.Open)}.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new AscendConfigurationException(message);
        }
    }
}
