namespace Trellis.Aerostack.Json;

internal sealed record TransferBody(string SourceKey, string DestKey);
