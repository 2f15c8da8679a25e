namespace Trellis.Server.Kernel.Identity;

/// <summary>A key that has just been made. Its text exists here and nowhere else: the store keeps the hash alone.</summary>
public sealed class MintedApiKey
{
    private readonly string _text;

    internal MintedApiKey(string text, string hash, string hint)
    {
        _text = text;
        Hash = hash;
        Hint = hint;
    }

    /// <summary>SHA-256 of the key in lower-case hex: what is stored and looked up.</summary>
    public string Hash { get; }

    /// <summary>What may be displayed: the prefix and the last four characters, for example <c>sk-…x9Qf</c>.</summary>
    public string Hint { get; }

    /// <summary>The key itself, to be shown to its owner once.</summary>
    public string Reveal() => _text;

    /// <summary>Returns <see cref="Hint"/>, never the key.</summary>
    public override string ToString() => Hint;
}
