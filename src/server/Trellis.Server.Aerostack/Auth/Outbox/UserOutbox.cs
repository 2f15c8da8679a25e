using System.Text;
using System.Text.Json;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Outbox;

/// <summary>Keeps what has to reach a user, in the transaction that made it. Safe for concurrent use.</summary>
internal sealed class UserOutbox(SecretProtector protector)
{
    /// <summary>The kind of a message to somebody whom a link was asked for and who has no account.</summary>
    public const string NoAccount = "no_account";

    private const string Purpose = "aerostack-outbox";
    private const string Email = "email";
    private const string Sms = "sms";

    /// <summary>Keeps a message that carries one secret.</summary>
    public async ValueTask AddAsync(
        ISqlSession session, Project project, Contact contact, string kind, string name, string value, DateTimeOffset now, DateTimeOffset expires)
    {
        var id = $"msg_{Guid.CreateVersion7(now):N}";
        var content = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString(name, value);
            json.WriteEndObject();
        });
        await OutboxTable.AddAsync(
            session,
            new OutboxMessage(id, project.Id, contact.IsPhone ? Sms : Email, contact.Key, kind, now, expires)
            {
                SealedContent = protector.Protect(Encoding.UTF8.GetBytes(content), Binding(project, id)),
            });
    }

    /// <summary>Opens a message: the members that it carries.</summary>
    /// <exception cref="SecretProtectionException">The message cannot be opened here.</exception>
    public JsonDocument Open(Project project, OutboxMessage message) =>
        JsonDocument.Parse(protector.Unprotect(message.SealedContent, Binding(project, message.Id)));

    private static SecretBinding Binding(Project project, string id) => new(project.OrganisationId, Purpose, id);
}
