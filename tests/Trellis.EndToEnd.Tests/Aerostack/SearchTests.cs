using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>The search client and the server's index.</summary>
public sealed class SearchTests(SharedServer server)
{
    [Fact]
    public async Task A_text_is_put_in_found_changed_counted_and_taken_out()
    {
        await using var client = AerostackClients.Create(server);
        var search = client.Search;
        await search.ConfigureAsync(EmbeddingModel.English);
        (await search.IngestAsync(new SearchDocument("Refunds are paid within a week.", "e2e", "d1", new JsonObject { ["lang"] = "en" }))).Success.ShouldBe(true);

        var found = (await search.QueryAsync(new SearchQuery("when is a refund paid?", Types: ["e2e"], Filter: new JsonObject { ["lang"] = "en" }))).Results!
            .ShouldHaveSingleItem();
        found.Id.ShouldBe("d1");
        found.Metadata.GetProperty("lang").GetString().ShouldBe("en");
        (await search.UpdateAsync(new SearchDocumentChange("d1", "Invoices come by post."))).Success.ShouldBe(true);
        (await search.GetAsync("d1")).Result!.Content.ShouldBe("Invoices come by post.");
        (await search.CountAsync("e2e")).Count.ShouldBe(1);
        (await search.ListTypesAsync()).Types!.ShouldContain(type => type.Type == "e2e" && type.Count == 1);
        (await search.DeleteByTypeAsync("e2e")).Success.ShouldBe(true);
        (await search.GetAsync("d1")).Exists.ShouldBe(false);
    }
}
