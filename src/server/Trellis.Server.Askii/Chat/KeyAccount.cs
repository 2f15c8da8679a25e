namespace Trellis.Server.Askii.Chat;

/// <summary>What a key may spend and has spent, in nano-US-dollars.</summary>
internal sealed record KeyAccount(long Budget, long Spend)
{
    /// <summary>Whether an amount can be spent beside what is reserved already, without ever going over the budget.</summary>
    public bool Covers(long reserved, long amount) => (Int128)Spend + reserved + amount <= Budget;
}
