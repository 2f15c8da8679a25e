using System.Buffers;

namespace Trellis.Server.Ascend.Content;

/// <summary>The characters that stand for a space.</summary>
internal sealed class Blanks
{
    private readonly SearchValues<char> _unusual;

    private Blanks(string unusual)
    {
        _unusual = SearchValues.Create(unusual);
        All = SearchValues.Create(" " + unusual);
    }

    /// <summary>In prose, where a line ends anywhere.</summary>
    public static Blanks InProse { get; } = new("\t\r\n\v\f\u0085\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u3000");

    /// <summary>In code, where the end of a line ends a command.</summary>
    public static Blanks InCode { get; } = new("\t\v\f\u00A0");

    /// <summary>All of them.</summary>
    public SearchValues<char> All { get; }

    /// <summary>Whether a text holds anything but single spaces.</summary>
    public bool NeedCollapsing(ReadOnlySpan<char> text) => text.ContainsAny(_unusual) || text.Contains("  ", StringComparison.Ordinal);
}
