namespace Trellis.Aerostack.Json;

internal sealed record BatchBody(IReadOnlyList<DbStatement> Queries);
