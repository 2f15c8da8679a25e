namespace Trellis.Server.Console.Actions;

/// <summary>What the list of actions shows.</summary>
/// <param name="Search">What was looked for.</param>
/// <param name="Actions">What was found, the newest first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="PageSize">How many a page has at most.</param>
internal sealed record ActionListModel(ActionSearch Search, IReadOnlyList<GovernedAction> Actions, long Total, int Offset, int PageSize);
