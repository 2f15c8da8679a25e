using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.Credentials;

public sealed class CredentialVariablesTests
{
    [Fact]
    public void Each_platform_has_its_variables()
    {
        var credentials = new ServerCredentials(new JsonObject
        {
            ["url"] = "http://127.0.0.1:8787",
            ["askii"] = new JsonObject { ["token"] = "a" },
            ["akshi"] = new JsonObject { ["token"] = "b" },
            ["aerostack"] = new JsonObject { ["apiKey"] = "c", ["project"] = "default" },
            ["ascend"] = new JsonObject { ["apiKey"] = "d", ["organizationId"] = 1, ["adminToken"] = "e" },
        });

        CredentialVariables.Of(credentials).Select(static pair => $"{pair.Key}={pair.Value}").ShouldBe(
        [
            "ASKII_BASE_URL=http://127.0.0.1:8787",
            "ASKII_TOKEN=a",
            "ASCEND_API_URL=http://127.0.0.1:8787",
            "ASCEND_API_KEY=d",
            "ASCEND_ADMIN_TOKEN=e",
            "AKSHI_BASE_URL=http://127.0.0.1:8787",
            "AKSHI_TOKEN=b",
            "AEROSTACK_SERVER_URL=http://127.0.0.1:8787/v1",
            "AEROSTACK_API_KEY=c",
        ]);
    }

    [Fact]
    public void A_platform_without_a_section_has_none() =>
        CredentialVariables.Of(new ServerCredentials(new JsonObject { ["url"] = "http://127.0.0.1:8787" })).ShouldBeEmpty();
}
