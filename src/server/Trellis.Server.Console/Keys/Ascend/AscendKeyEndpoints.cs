using System.Globalization;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Keys.Ascend;

/// <summary>The keys of ASCEND, which agents use.</summary>
internal static class AscendKeyEndpoints
{
    private const string List = "/keys?platform=ascend";

    // Each key on the page costs a look at its use.
    private const int PageSize = 25;

    /// <summary>The keys, with what each was used for.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var all = (await call.Platforms.GetAsync<AscendKeyList>(Platform.Ascend, "/api/keys/list")).Keys;
        var keys = new List<AscendKey>();
        foreach (var key in all.Skip(offset).Take(PageSize))
            keys.Add(await call.Platforms.GetAsync<AscendKey>(Platform.Ascend, $"/api/keys/{Uri.EscapeDataString(key.KeyId)}/usage"));

        return ConsoleResult.Page<AscendKeysPage, AscendKeysModel>(
            "Keys of ASCEND", new AscendKeysModel(keys, offset, PageSize, offset + PageSize < all.Count));
    }

    /// <summary>Makes a key and shows it this once.</summary>
    public static async ValueTask<ConsoleResult> CreateAsync(ConsoleCall call)
    {
        var made = await call.Platforms.PostAsync<GeneratedKey>(
            Platform.Ascend,
            "/api/keys/generate",
            new
            {
                Name = call.Field("name"),
                Description = call.Field("description") is { Length: > 0 } description ? description : null,
                Role = call.Field("role"),
                ExpiresInDays = int.TryParse(call.Field("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : (int?)null,
            });
        return ConsoleResult.Page<NewKeyPage, NewKeyModel>(
            "New key", new NewKeyModel("ASCEND", made.Name, made.ApiKey, made.ExpiresAt, "X-API-Key:", List));
    }

    /// <summary>Ends a key.</summary>
    public static async ValueTask<ConsoleResult> RevokeAsync(ConsoleCall call)
    {
        var reason = call.Field("reason") is { Length: > 0 } text ? $"?reason={Uri.EscapeDataString(text)}" : "";
        await call.Platforms.SendAsync(Platform.Ascend, "DELETE", $"/api/keys/{Uri.EscapeDataString(call.Route("id"))}/revoke{reason}");
        return ConsoleResult.Go(List, "The key is revoked: it opens nothing any more.");
    }
}
