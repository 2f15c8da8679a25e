namespace Trellis.Server.Akshi.Configuration;

/// <summary>How the router makes a score of a prompt's features (contract, section 5.5).</summary>
internal enum RouterScoring
{
    /// <summary>The sum of the weighted features and the bias, cut to 0 to 1.</summary>
    Weighted,

    /// <summary>The logistic function of that sum.</summary>
    Logistic,
}
