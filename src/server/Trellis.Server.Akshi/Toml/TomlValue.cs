namespace Trellis.Server.Akshi.Toml;

/// <summary>A value of a document and where it stands.</summary>
/// <param name="Position">Of its first character; of a table the place that made it.</param>
internal abstract record TomlValue(TomlPosition Position)
{
    /// <summary>What it is, for messages: <c>a string</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Prints what it is: the value may be a secret.</summary>
    public sealed override string ToString() => Kind;
}
