using System.Buffers;

namespace Trellis.Server.Ascend.Cvss;

/// <summary>How an action's type falls into words: <c>database.query</c>, <c>database_query</c> and <c>database:query</c> are alike.</summary>
internal static class ActionWords
{
    /// <summary>What separates the words.</summary>
    public static SearchValues<char> Separators { get; } = SearchValues.Create("._-:/ ");
}
