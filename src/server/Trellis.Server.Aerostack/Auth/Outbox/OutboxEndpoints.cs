using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Outbox;

/// <summary>Gives messages to who can send them, or to a developer who reads the code in them. Our own paths; they take a secret key.</summary>
internal sealed class OutboxEndpoints(IStore store, UserOutbox outbox)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    /// <summary>The messages that are still good, newest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var recipient = query.Text("to")?.Trim().ToLowerInvariant();
        var limit = query.Integer("limit", DefaultPage, 1, LargestPage);
        if (!query.Errors.IsEmpty)
            return AerostackErrors.Invalid(query.Errors);

        var messages = await store.ReadAsync(session => OutboxTable.ListAsync(session, call.ProjectId, recipient, call.At, limit), call.Aborted);
        return new AuthAnswer(200, json =>
        {
            json.WriteStartArray("messages"u8);
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, message.Id);
                json.WriteString("channel"u8, message.Channel);
                json.WriteString("to"u8, message.Recipient);
                json.WriteString("kind"u8, message.Kind);
                using (var content = outbox.Open(call.Caller.Project, message))
                {
                    foreach (var member in content.RootElement.EnumerateObject())
                        member.WriteTo(json);
                }

                json.WriteTime("createdAt"u8, message.CreatedAt);
                json.WriteTime("expiresAt"u8, message.ExpiresAt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Forgets a message that was sent.</summary>
    public async ValueTask<JsonAnswer> RemoveAsync(AerostackCall call)
    {
        var id = call.Route("message_id");
        return StorableText.IsValid(id) && await store.WriteAsync(session => OutboxTable.RemoveAsync(session, call.ProjectId, id), call.Aborted)
            ? Answer.Success()
            : AerostackErrors.NotFound("The message");
    }
}
