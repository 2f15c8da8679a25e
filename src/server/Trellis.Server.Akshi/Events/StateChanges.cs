using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Events;

/// <summary>
/// Tells the AG-UI stream what is another than in the snapshot, as RFC 6902 operations. Each operation replaces a whole value, so that one
/// which a reader applies twice, or to a newer snapshot, does no harm. Safe for concurrent use.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6902">JSON Patch</seealso>
internal sealed class StateChanges(AkshiStreams streams, RuntimeStateReader state, StateChangeSignal signal, ILogger<StateChanges> logger) : BackgroundService
{
    private readonly Lock _agentsGate = new();
    private string[]? _agents;

    /// <summary>An agent is otherwise than before, is new, or is gone.</summary>
    public void AgentChanged(string name)
    {
        lock (_agentsGate)
        {
            var agents = state.Agents;
            var index = _agents is not null && agents.Select(static agent => agent.Name).SequenceEqual(_agents, StringComparer.Ordinal)
                ? Array.IndexOf(_agents, name)
                : -1;
            _agents = [.. agents.Select(static agent => agent.Name)];
            Publish(json =>
            {
                if (index >= 0)
                    WriteReplacement(json, $"/agents/{index}", json => AgentStatusJson.Write(json, agents[index]));
                else
                    WriteReplacement(json, "/agents", json => AgentStatusJson.Write(json, agents));
            });
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (toldFindings, toldApprovals, pending) = (0L, 0L, -1L);
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(stoppingToken);
            var (findings, approvals) = (signal.FindingsNext, signal.ApprovalChanges);
            var nowPending = approvals > toldApprovals ? await CountAsync(pending, stoppingToken) : pending;
            if (findings > toldFindings || nowPending != pending)
                Publish(json => WriteCounts(json, findings > toldFindings ? findings : null, nowPending != pending ? nowPending : null));
            (toldFindings, toldApprovals, pending) = (findings, approvals, nowPending);
        }
    }

    private async ValueTask<long> CountAsync(long known, CancellationToken cancellationToken)
    {
        try
        {
            return await state.CountPendingAsync(cancellationToken);
        }
        catch (StoreException error)
        {
            // The next change tells the right number; the snapshot does in any case.
            EventLog.CountFailed(logger, error);
            return known;
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, long? findings, long? approvals)
    {
        if (approvals is { } pending)
            WriteReplacement(json, "/approvals_pending", json => json.WriteNumberValue(pending));
        if (findings is { } next)
            WriteReplacement(json, "/findings_next_seq", json => json.WriteNumberValue(next));
    }

    private static void WriteReplacement(Utf8JsonWriter json, string path, Action<Utf8JsonWriter> writeValue)
    {
        json.WriteStartObject();
        json.WriteString("op"u8, "replace"u8);
        json.WriteString("path"u8, path);
        json.WritePropertyName("value"u8);
        writeValue(json);
        json.WriteEndObject();
    }

    private void Publish(Action<Utf8JsonWriter> writeOperations)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        buffer.Json.WriteStartObject();
        buffer.Json.WriteString("type"u8, AguiEvents.Delta);
        buffer.Json.WriteStartArray("delta"u8);
        writeOperations(buffer.Json);
        buffer.Json.WriteEndArray();
        buffer.Json.WriteEndObject();
        streams.Agui.Publish(AguiEvents.Delta, buffer.WrittenSpan);
    }
}
