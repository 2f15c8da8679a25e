using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>Somebody who uses an API that a project offers.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Key">The consumer's key.</param>
internal sealed record GatewayConsumer(string Id, string Key)
{
    /// <summary>What the API is called.</summary>
    public const string Slug = "helper";

    /// <summary>Offers the API, and makes a consumer of it.</summary>
    public static async Task<GatewayConsumer> MakeAsync(AerostackClient owner, JsonObject? wallet = null)
    {
        await owner.RequestAsync(HttpMethod.Post, "/gateway/apis", new JsonObject { ["slug"] = Slug });
        return await AnotherAsync(owner, wallet);
    }

    /// <summary>Makes one more consumer.</summary>
    public static async Task<GatewayConsumer> AnotherAsync(AerostackClient owner, JsonObject? wallet = null)
    {
        var body = wallet ?? [];
        body["name"] = "consumer";
        var made = await owner.RequestAsync(HttpMethod.Post, "/gateway/consumers", body);
        return new(made["id"]!.GetValue<string>(), made["key"]!.GetValue<string>());
    }
}
