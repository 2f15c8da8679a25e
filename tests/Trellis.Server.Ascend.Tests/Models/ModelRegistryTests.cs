using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Models;

public sealed class ModelRegistryTests : ServerTest
{
    private const string Path = "/api/v1/models";

    [Fact]
    public async Task A_registered_model_waits_for_its_review()
    {
        var reply = await RegisterAsync();

        reply.Status.ShouldBe(201, reply.Text);
        reply.Json["id"]!.GetValue<int>().ShouldBe(1);
        reply.Json["model_id"]!.GetValue<string>().ShouldBe("gpt-x");
        reply.Json["status"]!.GetValue<string>().ShouldBe("PENDING_REVIEW");
        reply.Json["model"]!["risk_level"]!.GetValue<string>().ShouldBe("high");
        (await First.GetAsync($"{Path}/gpt-x")).ShouldBeOk().Json["model_name"]!.GetValue<string>().ShouldBe("GPT X");
        (await First.GetAsync($"{Path}/1")).ShouldBeOk().Json["model_id"]!.GetValue<string>().ShouldBe("gpt-x");
    }

    [Fact]
    public async Task A_model_is_approved_regime_by_regime()
    {
        await RegisterAsync();

        (await ApproveAsync(new() { ["framework"] = "gdpr" })).Json["status"]!.GetValue<string>().ShouldBe("PARTIALLY_APPROVED");
        (await ApproveAsync(new() { ["frameworks"] = new JsonArray("SOX", "HIPAA") })).Json["status"]!.GetValue<string>().ShouldBe("PARTIALLY_APPROVED");
        var last = await ApproveAsync(new() { ["compliance_framework"] = "PCI_DSS", ["comments"] = "fine" });

        last.Json["status"]!.GetValue<string>().ShouldBe("APPROVED");
        last.Json["approvals"]!["PCI-DSS"]!["comments"]!.GetValue<string>().ShouldBe("fine");
        last.Json["approvals"]!["GDPR"]!["approved_by"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_approval_that_names_no_regime_is_for_all()
    {
        await RegisterAsync();

        (await ApproveAsync([])).Json["status"]!.GetValue<string>().ShouldBe("APPROVED");
    }

    [Fact]
    public async Task An_unknown_regime_is_refused()
    {
        await RegisterAsync();

        (await ApproveAsync(new() { ["framework"] = "ISO" })).ShouldBeRefused(422, ErrorCodes.Validation);
    }

    [Fact]
    public async Task A_program_does_not_approve_models()
    {
        await RegisterAsync();

        (await First.PostAsync($"{Path}/gpt-x/approve", [])).ShouldBeRefused(401, ErrorCodes.InvalidToken);
    }

    [Fact]
    public async Task A_person_without_the_role_does_not_approve_models()
    {
        await RegisterAsync();
        var user = await First.PersonAsync("eve", CallerRole.User, 1);

        (await Server.SendAsync("POST", $"{Path}/gpt-x/approve", user, new JsonObject())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Theory]
    [InlineData("version", "2.0.0", "PENDING_REVIEW")]
    [InlineData("environment", "staging", "PENDING_REVIEW")]
    [InlineData("data_classification", "phi", "PENDING_REVIEW")]
    [InlineData("model_owner", "bob", "APPROVED")]
    public async Task A_change_of_what_was_approved_ends_the_approvals(string member, string value, string status)
    {
        await RegisterAsync();
        await ApproveAsync([]);

        (await First.AdminAsync("PUT", $"{Path}/gpt-x", new() { [member] = value })).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe(status);
    }

    [Fact]
    public async Task A_deprecated_model_is_not_approved_any_more()
    {
        await RegisterAsync();
        (await First.AdminAsync("PUT", $"{Path}/gpt-x", new() { ["status"] = "DEPRECATED" })).ShouldBeOk()
            .Json["status"]!.GetValue<string>().ShouldBe("DEPRECATED");

        (await ApproveAsync([])).ShouldBeRefused(409, ErrorCodes.Conflict);
    }

    [Fact]
    public async Task An_id_is_given_once()
    {
        await RegisterAsync();

        (await RegisterAsync()).ShouldBeRefused(409, ErrorCodes.Conflict);
    }

    [Fact]
    public async Task An_agents_key_registers_no_models() =>
        (await First.PostAsync(Path, Body())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Theory]
    [InlineData("model_id", null)]
    [InlineData("model_name", null)]
    [InlineData("model_id", "")]
    [InlineData("risk_level", "huge")]
    [InlineData("data_classification", "odd")]
    public async Task What_is_wrong_is_named(string member, string? value)
    {
        var body = Body();
        body[member] = value;

        (await First.AdminAsync("POST", Path, body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();
    }

    [Fact]
    public async Task The_history_tells_what_happened()
    {
        await RegisterAsync();
        await ApproveAsync(new() { ["framework"] = "SOX" });
        await First.AdminAsync("PUT", $"{Path}/gpt-x", new() { ["version"] = "2" });

        var history = (await First.GetAsync($"{Path}/gpt-x/history")).ShouldBeOk().Json["history"]!.AsArray();

        history.Select(static entry => entry!["event"]!.GetValue<string>()).ShouldBe(["registered", "approved", "updated"]);
        history.Select(static entry => entry!["status"]!.GetValue<string>()).ShouldBe(["PENDING_REVIEW", "PARTIALLY_APPROVED", "PENDING_REVIEW"]);
        history[1]!["detail"]!.GetValue<string>().ShouldBe("SOX");
    }

    [Fact]
    public async Task The_list_is_filtered_and_counted()
    {
        await RegisterAsync();
        var other = Body();
        other["model_id"] = "small";
        other["risk_level"] = "low";
        await First.AdminAsync("POST", Path, other);

        var list = (await First.GetAsync($"{Path}?risk_level=LOW")).ShouldBeOk().Json;
        list["total"]!.GetValue<int>().ShouldBe(1);
        list["models"]![0]!["model_id"]!.GetValue<string>().ShouldBe("small");

        var stats = (await First.GetAsync($"{Path}/stats")).ShouldBeOk().Json;
        stats["total"]!.GetValue<int>().ShouldBe(2);
        stats["by_status"]!["PENDING_REVIEW"]!.GetValue<int>().ShouldBe(2);
        stats["by_risk_level"]!["high"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_model_is_gone()
    {
        await RegisterAsync();
        (await First.AdminAsync("DELETE", $"{Path}/gpt-x")).ShouldBeOk().Json["success"]!.GetValue<bool>().ShouldBeTrue();

        (await First.GetAsync($"{Path}/gpt-x")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.AdminAsync("DELETE", $"{Path}/gpt-x")).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    private static JsonObject Body() => new()
    {
        ["model_id"] = "gpt-x",
        ["model_name"] = "GPT X",
        ["version"] = "1.1",
        ["environment"] = "production",
        ["model_owner"] = "alice",
        ["risk_level"] = "high",
        ["data_classification"] = "confidential",
    };

    private Task<Reply> RegisterAsync() => First.AdminAsync("POST", Path, Body());

    private Task<Reply> ApproveAsync(JsonObject body) => First.AdminAsync("POST", $"{Path}/gpt-x/approve", body);
}
