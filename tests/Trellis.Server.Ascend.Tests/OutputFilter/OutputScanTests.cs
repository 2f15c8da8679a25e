using Trellis.Server.Ascend.OutputFilter;

namespace Trellis.Server.Ascend.Tests.OutputFilter;

public sealed class OutputScanTests
{
    [Fact]
    public void A_clean_text_is_left_alone()
    {
        var scan = OutputScan.Of("All orders of yesterday were shipped.", OutputFilterSettings.Default);

        scan.Result.ShouldBe("CLEAN");
        scan.Content.ShouldBeNull();
    }

    [Theory]
    [InlineData("Write to ann@example.com.", "Write to [EMAIL_REDACTED].")]
    [InlineData("Her number is 123-45-6789", "Her number is [SSN_REDACTED]")]
    [InlineData("Card 4111 1111 1111 1111!", "Card [CARD_NUMBER_REDACTED]!")]
    [InlineData("é 555-123-4567 and 10.0.0.1", "é [PHONE_REDACTED] and [IP_ADDRESS_REDACTED]")]
    public void Personal_data_are_masked(string text, string masked)
    {
        var scan = OutputScan.Of(text, OutputFilterSettings.Default);

        scan.Result.ShouldBe("REDACTED");
        scan.Content.ShouldBe(masked);
    }

    [Fact]
    public void Secrets_block_the_whole_text()
    {
        var scan = OutputScan.Of("The key is sk-abcdefghijklmnopqrstuv, mail ann@example.com", OutputFilterSettings.Default);

        scan.Result.ShouldBe("BLOCKED");
        scan.Content.ShouldBe("The key is [API_KEY_REDACTED], mail [EMAIL_REDACTED]");
    }

    [Fact]
    public void Nothing_after_the_beginning_of_a_private_key_is_shown()
    {
        var scan = OutputScan.Of("Here: -----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----", OutputFilterSettings.Default);

        scan.Result.ShouldBe("BLOCKED");
        scan.Content.ShouldBe("Here: [PRIVATE_KEY_REDACTED]");
    }
}
