using System.Buffers;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Requests;

/// <summary>Names that callers choose and that then stand in paths.</summary>
internal static class PathName
{
    // The older clients put names into paths as they are (contract, section 1.1).
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/?#%\\");

    /// <summary>Reads a name that must be there; blanks around it do not count.</summary>
    public static string Read(Fields fields, string member, int longest, int shortest = 1)
    {
        var name = fields.Text(member, longest, shortest).Trim();
        if (name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl) || name is "." or "..")
            fields.Errors.Add(member, "must not have any of / ? # % \\ nor control characters");
        return name;
    }
}
