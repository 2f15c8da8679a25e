using System.Text.Json;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>What users see and change of themselves.</summary>
internal sealed class MeEndpoints(IStore store, AuthScope scope, Bearer bearer)
{
    private const int LongestUrl = 2048;

    /// <summary>The user.</summary>
    public ValueTask<JsonAnswer> GetAsync(AerostackCall call) => RunAsync(call, static (_, _, user) => new ValueTask<JsonAnswer>(Show(user)));

    /// <summary>Changes what is there; null takes away.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var change = new UserChange
        {
            HasName = IsThere(call, "name"),
            Name = fields.OptionalText("name"),
            HasAvatarUrl = IsThere(call, "avatar_url"),
            AvatarUrl = fields.OptionalText("avatar_url", LongestUrl),
            HasAvatarImageId = IsThere(call, "avatar_image_id"),
            AvatarImageId = fields.OptionalText("avatar_image_id"),
            Metadata = UserMetadata.Read(fields),
        };
        if (change.AvatarUrl is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "https" or "http" }))
            fields.Errors.Add("avatar_url", "must be an http or https address");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        return await RunAsync(call, async (call, project, user) => Show(await ChangeAsync(call, project, user, change)));
    }

    /// <summary>Takes the avatar away.</summary>
    public ValueTask<JsonAnswer> RemoveAvatarAsync(AerostackCall call) => RunAsync(call, async (call, project, user) =>
    {
        await ChangeAsync(call, project, user, UserChange.NoAvatar);
        return Sent.Answer("The avatar is removed.");
    });

    private static bool IsThere(AerostackCall call, string name) =>
        call.Body.ValueKind is JsonValueKind.Object && call.Body.TryGetProperty(name, out _);

    private static Answer Show(EndUser user) => Answer.Ok(json => json.WriteUser(user));

    private async ValueTask<EndUser> ChangeAsync(AerostackCall call, Project project, EndUser user, UserChange change) =>
        await store.WriteAsync(
            async session =>
            {
                await UserTable.UpdateAsync(session, user.Id, change);
                return (await UserTable.FindAsync(session, project.Id, user.Id))!;
            },
            call.Aborted);

    private async ValueTask<JsonAnswer> RunAsync(AerostackCall call, Func<AerostackCall, Project, EndUser, ValueTask<JsonAnswer>> work)
    {
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;

        var (user, _, fault) = await bearer.FindAsync(call, project);
        return user is null ? AuthScope.Refuse(call, fault) : await work(call, project, user);
    }
}
