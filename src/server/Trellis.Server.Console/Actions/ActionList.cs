namespace Trellis.Server.Console.Actions;

/// <summary>A page of actions as ASCEND answers it.</summary>
/// <param name="Actions">The actions.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record ActionList(IReadOnlyList<GovernedAction> Actions, long Total);
