namespace Trellis.Server.Akshi.Agents;

/// <summary>
/// The fuel of a tick. An agent without code has no instructions to count: what it asks of the runtime is counted instead, by the prices
/// here, as an approximation (contract, section 5.4).
/// </summary>
/// <param name="limit">How much there is; null for no limit.</param>
internal sealed class FuelTank(long? limit)
{
    /// <summary>Looking at a file's entry.</summary>
    public const int FileCost = 1;

    /// <summary>Reading 4 KiB.</summary>
    public const int PageCost = 1;

    /// <summary>Making a finding.</summary>
    public const int FindingCost = 10;

    /// <summary>Asking a model or a person.</summary>
    public const int QuestionCost = 1000;

    private const int PageLength = 4096;

    private long _used;

    /// <summary>What was used, no more than there was.</summary>
    public long Used => limit is { } most ? Math.Min(most, Interlocked.Read(ref _used)) : Interlocked.Read(ref _used);

    /// <summary>What is left; null for no limit.</summary>
    public long? Remaining => limit - Used;

    /// <summary>Uses some.</summary>
    /// <exception cref="AgentException">It is used up.</exception>
    public void Burn(long units)
    {
        if (Interlocked.Add(ref _used, units) > limit)
            throw AgentErrors.FuelExhausted();
    }

    /// <summary>Uses what reading so many bytes costs.</summary>
    /// <exception cref="AgentException">It is used up.</exception>
    public void BurnForBytes(long bytes) => Burn((bytes + PageLength - 1) / PageLength * PageCost);
}
