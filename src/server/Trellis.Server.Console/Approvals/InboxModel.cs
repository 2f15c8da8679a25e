namespace Trellis.Server.Console.Approvals;

/// <summary>What the inbox shows.</summary>
/// <param name="Items">The approvals.</param>
/// <param name="ShowsDecided">Whether they are decided already.</param>
/// <param name="Offset">How many were passed over.</param>
/// <param name="PageSize">How many a page has at most.</param>
/// <param name="HasMore">Whether others follow.</param>
internal sealed record InboxModel(IReadOnlyList<InboxItem> Items, bool ShowsDecided, int Offset, int PageSize, bool HasMore);
