using System.Text.Json;
using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Database;

/// <summary>A <see cref="DbQueryResult"/> as it is printed.</summary>
internal sealed record PrintedRows(IReadOnlyList<JsonElement> Results, long Count)
{
    public static PrintedRows Of(DbQueryResult result) => new(result.Results ?? [], result.Count ?? result.Results?.Count ?? 0);
}
