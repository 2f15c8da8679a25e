namespace Trellis.Server.Ascend.Risk;

/// <summary>The arithmetic of the hybrid engine 2.0.0 (contract, section 6.2), and nothing but it.</summary>
/// <param name="Environment">Where: 0 to 35.</param>
/// <param name="Sensitivity">What the data are worth: 0 to 30.</param>
/// <param name="Action">What is done: 0 to 25.</param>
/// <param name="Context">When: 0 to 10.</param>
/// <param name="MultiplierPercent">The resource's multiplier in hundredths, so that the product is exact.</param>
internal readonly record struct HybridScore(int Environment, int Sensitivity, int Action, int Context, int MultiplierPercent)
{
    /// <summary>The version of the algorithm, as the breakdown names it.</summary>
    public const string Version = "2.0.0";

    /// <summary>What a dangerous combination in production adds.</summary>
    public int Amplification => (Environment, Sensitivity, Action) switch
    {
        ( < 30, _, _) => 0,
        (_, >= 20, >= 20) => 10,
        (_, >= 20, >= 15) => 6,
        (_, _, >= 20) => 8,
        (_, _, >= 15) => 5,
        _ => 0,
    };

    /// <summary>The sum of the four components.</summary>
    public int Base => Environment + Sensitivity + Action + Context;

    /// <summary>The sum with its amplification, at most 100.</summary>
    public int BeforeMultiplier => Math.Min(Base + Amplification, 100);

    /// <summary>The score: 0 to 100.</summary>
    public int Total => Math.Min(BeforeMultiplier * MultiplierPercent / 100, 100);
}
