using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Aerostack.Search;

/// <summary>The section <c>aerostack.search</c> of <c>trellis.json</c>.</summary>
internal sealed class SearchOptions
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public SearchOptions(IConfiguration section)
    {
        MostDocuments = section["maxDocuments"] switch
        {
            null => 10_000,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
            _ => throw new ArgumentException("'aerostack:search:maxDocuments' must be a whole number above 0."),
        };
        Models = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [EmbeddingChoice.English] = section[EmbeddingChoice.English],
            [EmbeddingChoice.Multilingual] = section[EmbeddingChoice.Multilingual],
        };
    }

    /// <summary>How many documents a project may keep (<c>maxDocuments</c>): a query looks at all of them.</summary>
    /// <value>Default 10 000.</value>
    public int MostDocuments { get; }

    /// <summary>The embedding model of the server for each choice of the contract (<c>english</c>, <c>multilingual</c>); null where none is named.</summary>
    public IReadOnlyDictionary<string, string?> Models { get; }
}
