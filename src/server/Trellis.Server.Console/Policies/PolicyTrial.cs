namespace Trellis.Server.Console.Policies;

/// <summary>What a policy would change of the decisions about the last actions.</summary>
/// <param name="Evaluated">How many actions were looked at.</param>
/// <param name="Matched">How many of them it concerns.</param>
/// <param name="Changed">How many would be decided otherwise.</param>
/// <param name="Actions">The actions, the newest first.</param>
internal sealed record PolicyTrial(int Evaluated, int Matched, int Changed, IReadOnlyList<TriedAction> Actions)
{
    /// <summary>Those that it concerns or changes, the changed ones first.</summary>
    public IReadOnlyList<TriedAction> Concerned =>
        [.. Actions.Where(static action => action.Matches || action.Changes).OrderByDescending(static action => action.Changes)];
}
