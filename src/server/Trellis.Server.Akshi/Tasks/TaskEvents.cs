using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>What is told of tasks: to whoever watches, and to the audit trail.</summary>
internal sealed class TaskEvents(AkshiStreams streams)
{
    public const string Created = "task_created";
    public const string Started = "task_started";
    public const string Progressed = "task_progress";
    public const string Completed = "task_completed";
    public const string Failed = "task_failed";

    /// <summary>Tells whoever watches.</summary>
    public void Publish(string name, AgentTask task)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        task.Write(buffer.Json);
        streams.Tasks.Publish(name, buffer.WrittenSpan, task.To);
    }

    /// <summary>What is attested of a message: that it was, and by its hash what it was.</summary>
    public static NewReceipt Receipt(AgentTask task) => NewReceipt.Of(task.From, ReceiptKinds.Message, json =>
    {
        json.WriteString("task"u8, task.Id);
        json.WriteString("to"u8, task.To);
        json.WriteString("input_hash"u8, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(task.Input)))}");
    });

    /// <summary>The record of the audit trail. What the agents say to each other is not in it.</summary>
    public static AuditEvent Record(long organisationId, string name, AgentTask task, string actor, RequestOrigin? origin) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = name,
        ActorId = actor,
        ResourceType = "task",
        ResourceId = task.Id,
        Action = name["task_".Length..],
        Outcome = name == Failed ? AuditOutcome.Failure : AuditOutcome.Success,
        IpAddress = origin?.IpAddress,
        CorrelationId = origin?.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("from"u8, task.From);
            json.WriteString("to"u8, task.To);
            if (task.Error is { } error)
                json.WriteString("error"u8, error);
        }),
    };
}
