namespace Trellis.Aerostack.Json;

internal sealed record HistoryAnswer
{
    public IReadOnlyList<RealtimeMessage>? Messages { get; init; }

    public IReadOnlyList<RealtimeMessage>? Data { get; init; }
}
