namespace Trellis.Aerostack.Json;

internal sealed record JobsBody(JobStatus? Status, string? Type, int Limit, string? Cursor);
