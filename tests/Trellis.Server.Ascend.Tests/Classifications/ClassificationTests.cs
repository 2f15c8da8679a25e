using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Classifications;

public sealed class ClassificationTests : ServerTest
{
    private const string Path = "/api/v1/resource-classifications";

    [Fact]
    public async Task A_classified_resource_is_found_by_its_type()
    {
        var added = await AddAsync();
        added.Status.ShouldBe(201, added.Text);

        var list = (await First.GetAsync($"{Path}?resource_type=database")).ShouldBeOk().Json;

        var item = list["classifications"]!.AsArray().ShouldHaveSingleItem()!;
        item["id"]!.GetValue<int>().ShouldBe(1);
        item["resource_id"]!.GetValue<string>().ShouldBe("prod-db");
        item["resource_type"]!.GetValue<string>().ShouldBe("database");
        item["sensitivity_level"]!.GetValue<string>().ShouldBe("confidential");
        item["compliance_tags"]!.AsArray().Count.ShouldBe(2);
        item["metadata"]!["team"]!.GetValue<string>().ShouldBe("blue");
        (await First.GetAsync($"{Path}?resource_type=bucket")).ShouldBeOk().Json["classifications"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_id_the_whole_type_is_classified() =>
        (await First.AdminAsync("POST", Path, new() { ["resource_type"] = "bucket", ["sensitivity_level"] = "public" }))
            .Json["resource_id"]!.GetValue<string>().ShouldBe("*");

    [Fact]
    public async Task A_resource_has_one_classification()
    {
        await AddAsync();

        (await AddAsync()).ShouldBeRefused(409, ErrorCodes.Conflict);
    }

    [Fact]
    public async Task A_classification_is_changed_and_taken_back()
    {
        await AddAsync();

        var changed = (await First.AdminAsync("PUT", $"{Path}/1", new() { ["sensitivity_level"] = "pii" })).ShouldBeOk().Json;
        changed["sensitivity_level"]!.GetValue<string>().ShouldBe("pii");
        changed["compliance_tags"]!.AsArray().Count.ShouldBe(2);

        (await First.AdminAsync("DELETE", $"{Path}/1")).ShouldBeOk().Json["success"]!.GetValue<bool>().ShouldBeTrue();
        (await First.AdminAsync("DELETE", $"{Path}/1")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.AdminAsync("PUT", $"{Path}/1", [])).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Agents_do_not_classify() =>
        (await First.PostAsync(Path, Body())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Theory]
    [InlineData("resource_type", null)]
    [InlineData("sensitivity_level", null)]
    [InlineData("sensitivity_level", "odd")]
    public async Task What_is_wrong_is_named(string member, string? value)
    {
        var body = Body();
        body[member] = value;

        (await First.AdminAsync("POST", Path, body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();
    }

    private static JsonObject Body() => new()
    {
        ["resource_id"] = "prod-db",
        ["resource_type"] = "database",
        ["sensitivity_level"] = "Confidential",
        ["compliance_tags"] = new JsonArray("GDPR", "SOX"),
        ["metadata"] = new JsonObject { ["team"] = "blue" },
    };

    private Task<Reply> AddAsync() => First.AdminAsync("POST", Path, Body());
}
