using System.Globalization;

namespace Trellis.Server.Akshi.Configuration;

/// <summary>One thing that is wrong in, or strange about, the file. Holds no value of it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="Key">The path of the key, such as <c>agents[0].name</c>; empty when the text itself is broken.</param>
/// <param name="Reason">Continues the sentence that the key begins, without a full stop.</param>
internal sealed record ConfigurationFault(string File, int Line, int Column, string Key, string Reason)
{
    /// <summary>All of it on one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {(Key.Length == 0 ? "" : $"'{Key}' ")}{Reason}.");
}
