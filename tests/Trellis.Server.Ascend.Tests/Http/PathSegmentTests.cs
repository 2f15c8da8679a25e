using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Http;

/// <summary>Ids in paths are what they were before they were escaped (contract, section 1.1).</summary>
public sealed class PathSegmentTests : ServerTest
{
    [Theory]
    [InlineData("two words")]
    [InlineData("größe €")]
    [InlineData("a+b&c=d;e")]
    [InlineData("(x)'y'")]
    public async Task An_escaped_name_is_found(string name)
    {
        await First.RegisterMcpServerAsync(name);

        var reply = await First.GetAsync($"/api/registry/mcp-servers/{Uri.EscapeDataString(name)}");

        reply.ShouldBeOk().Json["server_name"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [InlineData("a%2F..%2Fb")]
    [InlineData("%00")]
    [InlineData("..%5c")]
    [InlineData("%25")]
    public async Task What_can_be_no_name_is_not_found_and_no_failure(string escaped) =>
        (await First.GetAsync($"/api/registry/mcp-servers/{escaped}")).Status.ShouldBeOneOf(400, 404);
}
