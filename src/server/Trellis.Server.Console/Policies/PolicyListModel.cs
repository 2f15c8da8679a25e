namespace Trellis.Server.Console.Policies;

/// <summary>What the list of policies shows.</summary>
/// <param name="Policies">The policies, in the order in which they are read.</param>
/// <param name="Conflicts">Which are at odds.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="PageSize">How many a page has at most.</param>
/// <param name="HasMore">Whether others follow.</param>
internal sealed record PolicyListModel(
    IReadOnlyList<PolicyLine> Policies, IReadOnlyList<PolicyConflict> Conflicts, int Offset, int PageSize, bool HasMore);
