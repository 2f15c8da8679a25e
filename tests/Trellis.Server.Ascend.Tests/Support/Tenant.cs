using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>An organisation, its agents' key and its administrator's token.</summary>
internal sealed record Tenant(AscendServer Server, long OrganisationId, string Key, string AdminToken)
{
    public static async Task<Tenant> CreateAsync(AscendServer server)
    {
        var now = server.Clock.GetUtcNow();
        var minted = server.Services.GetRequiredService<ApiKeyMint>().Mint(KeyPrefixes.Live);
        var organisations = server.Services.GetRequiredService<IOrganisationDirectory>();
        var id = await server.Store.WriteAsync(
            async session =>
            {
                var organisation = await organisations.AddAsync(session, "other", now);
                await KeyTable.AddAsync(session, new AscendKey
                {
                    Id = $"key_of_{organisation.Id}",
                    OrganisationId = organisation.Id,
                    Hash = minted.Hash,
                    Hint = minted.Hint,
                    Name = "key",
                    Role = CallerRole.Agent,
                    CreatedBy = "test",
                    CreatedAt = now,
                    ExpiresAt = now.AddYears(1),
                });
                await PersonTable.SetAsync(session, organisation.Id, new Person("admin", CallerRole.Admin, Person.HighestLevel, now));
                return organisation.Id;
            },
            AscendServer.Cancellation);
        return new Tenant(server, id, minted.Reveal(), await server.TokenAsync("admin", id));
    }

    /// <summary>Somebody of the organisation who may do this and that.</summary>
    public async Task<string> PersonAsync(string subject, CallerRole role = CallerRole.Manager, int level = 2)
    {
        var person = new Person(subject, role, level, Server.Clock.GetUtcNow());
        await Server.Store.WriteAsync(async session => { await PersonTable.SetAsync(session, OrganisationId, person); }, AscendServer.Cancellation);
        return await Server.TokenAsync(subject, OrganisationId);
    }

    /// <summary>Asks with the agents' key.</summary>
    public Task<Reply> GetAsync(string path) => Server.SendAsync("GET", path, Key);

    public Task<Reply> PostAsync(string path, JsonObject? body = null) => Server.SendAsync("POST", path, Key, body);

    public Task<Reply> PutAsync(string path, JsonObject? body = null) => Server.SendAsync("PUT", path, Key, body);

    public Task<Reply> DeleteAsync(string path) => Server.SendAsync("DELETE", path, Key);

    /// <summary>Asks as the administrator.</summary>
    public Task<Reply> AdminAsync(string method, string path, JsonObject? body = null) => Server.SendAsync(method, path, AdminToken, body);
}
