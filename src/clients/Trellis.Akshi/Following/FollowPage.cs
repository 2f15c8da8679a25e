namespace Trellis.Akshi;

/// <summary>A page of something that is followed.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="NextSeq">The server's word for where it goes on.</param>
internal readonly record struct FollowPage<TItem>(IReadOnlyList<TItem> Items, long? NextSeq);
