namespace Trellis.Aerostack;

/// <summary>The kinds of text there are. Contract section 2.2.5.</summary>
public sealed record SearchTypeList : AerostackAnswer
{
    /// <summary>The kinds; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<SearchTypeCount>? Types { get; init; }
}
