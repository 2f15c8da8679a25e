namespace Trellis.Server.Akshi.Toml;

/// <summary>A text is no TOML document. The reason quotes names of keys and never a value, which may be a secret.</summary>
/// <param name="reason">One sentence without a full stop.</param>
/// <param name="position">Where it was noticed.</param>
internal sealed class TomlException(string reason, TomlPosition position)
    : Exception($"Line {position.Line}, column {position.Column}: {reason}.")
{
    /// <summary>What is wrong, one sentence without a full stop.</summary>
    public string Reason => reason;

    /// <summary>Where it was noticed.</summary>
    public TomlPosition Position => position;
}
