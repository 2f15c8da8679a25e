using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Rpc;

/// <summary>Finds a user of the project. One that is not there is no error.</summary>
internal sealed class UserLookup(IStore store)
{
    /// <summary>By the user's id.</summary>
    public async ValueTask<JsonAnswer> ByIdAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var id = fields.Text("id");
        return fields.Errors.IsEmpty
            ? Found(await store.ReadAsync(session => UserTable.FindAsync(session, call.ProjectId, id), call.Aborted))
            : AerostackErrors.Invalid(fields.Errors);
    }

    /// <summary>By the user's e-mail address, in whatever case.</summary>
    public async ValueTask<JsonAnswer> ByEmailAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.Email(fields);
        return fields.Errors.IsEmpty
            ? Found(await store.ReadAsync(session => UserTable.FindByContactAsync(session, call.ProjectId, contact), call.Aborted))
            : AerostackErrors.Invalid(fields.Errors);
    }

    private static Answer Found(EndUser? user) => Answer.Ok(json =>
    {
        if (user is not null)
            json.WriteUser(user);
    });
}
