using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>Who is called with the jobs of which kind.</summary>
internal sealed class ConsumerEndpoints(IStore store, ConsumerSecrets secrets, ConsumerGuard guard, JobSignal signal)
{
    private const int LongestUrl = 2048;
    private const int MostConsumers = 50;

    /// <summary>Adds a consumer and shows its secret this once.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var type = fields.Text("type");
        var text = fields.Text("url", LongestUrl);
        var url = Uri.TryCreate(text, UriKind.Absolute, out var parsed) ? parsed : null;
        if (url is null)
            fields.Errors.Add("url", "must be an absolute URL");
        else if (guard.Guard.Refuse(url) is { } reason)
            fields.Errors.Add("url", reason);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var project = call.Caller.Project;
        var id = $"con_{Guid.CreateVersion7(call.At):N}";
        var secret = secrets.Generate();
        var consumer = new Consumer(id, project.OrganisationId, project.Id, type, url!, call.At)
        {
            SealedSecret = secrets.Seal(project.OrganisationId, id, secret),
        };
        if (await store.WriteAsync(session => AddAsync(session, consumer), call.Aborted) is { } refusal)
            return refusal;

        return Answer.Created(json =>
        {
            WriteMembers(json, consumer);
            json.WriteString("secret"u8, secret);
        });
    }

    /// <summary>The consumers, without their secrets.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var all = await store.ReadAsync(session => ConsumerTable.ListAsync(session, call.ProjectId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("consumers"u8);
            foreach (var consumer in all)
            {
                json.WriteStartObject();
                WriteMembers(json, consumer);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Removes a consumer; jobs of its kind wait for workers from now on.</summary>
    public async ValueTask<JsonAnswer> RemoveAsync(AerostackCall call)
    {
        var id = call.Route("consumer_id");
        return StorableText.IsValid(id) && await store.WriteAsync(session => ConsumerTable.RemoveAsync(session, call.ProjectId, id), call.Aborted)
            ? Answer.Success()
            : AerostackErrors.NotFound("The consumer");
    }

    private static void WriteMembers(Utf8JsonWriter json, Consumer consumer)
    {
        json.WriteString("id"u8, consumer.Id);
        json.WriteString("type"u8, consumer.Type);
        json.WriteString("url"u8, consumer.Url.AbsoluteUri);
        json.WriteTime("createdAt"u8, consumer.CreatedAt);
    }

    private async ValueTask<AerostackError?> AddAsync(ISqlSession session, Consumer consumer)
    {
        if (await ConsumerTable.CountAsync(session, consumer.ProjectId) >= MostConsumers)
            return AerostackErrors.Conflict($"A project has at most {MostConsumers} consumers.", "too_many_consumers");
        if (!await ConsumerTable.TryAddAsync(session, consumer))
            return AerostackErrors.Conflict("Jobs of this type have a consumer already.", "consumer_exists");

        session.AfterCommit(signal.Wake);
        return null;
    }
}
