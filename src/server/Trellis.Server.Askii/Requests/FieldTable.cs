using System.Text;
using System.Text.Json;

namespace Trellis.Server.Askii.Requests;

/// <summary>The members that a request may have, with the token first.</summary>
internal sealed class FieldTable
{
    /// <summary>The member that authenticates every request.</summary>
    public const string Token = "mpass_token";

    private readonly string[] _names;
    private readonly byte[][] _utf8Names;

    /// <summary>Creates a table of the token and at most 63 other members.</summary>
    public FieldTable(params ReadOnlySpan<string> names)
    {
        _names = [Token, .. names];
        _utf8Names = [.. _names.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The name of a member.</summary>
    public string this[int index] => _names[index];

    /// <summary>The place of the member whose name the reader stands on; -1 when it is none of the table's.</summary>
    public int IndexOf(ref readonly Utf8JsonReader json)
    {
        try
        {
            for (var index = 0; index < _utf8Names.Length; index++)
            {
                if (json.ValueTextEquals(_utf8Names[index]))
                    return index;
            }
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 without its other half is JSON, but no name.
        }

        return -1;
    }
}
