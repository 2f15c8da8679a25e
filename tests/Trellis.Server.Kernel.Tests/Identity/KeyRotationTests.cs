using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Kernel.Tests.Identity;

public sealed class KeyRotationTests : IdentityTest
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    [Fact]
    public async Task Tokens_of_the_old_key_are_valid_for_the_overlap_and_no_longer()
    {
        var keys = Harness.OpenKeys();
        var validator = Harness.Validator(keys);
        var token = await IssueAsync(keys);

        await keys.RotateAsync(Overlap, Cancellation);

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.None);
        Harness.Time.Advance(Overlap - TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond));
        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.None);
        Harness.Time.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerMicrosecond));
        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task Tokens_of_the_new_key_are_valid_at_once()
    {
        var keys = Harness.OpenKeys();
        var validator = Harness.Validator(keys);
        await RefusalAsync(validator, await IssueAsync(keys));

        await keys.RotateAsync(Overlap, Cancellation);

        (await RefusalAsync(validator, await IssueAsync(keys))).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task A_remembered_token_is_forgotten_when_its_key_is_ended_at_once()
    {
        var keys = Harness.OpenKeys();
        var validator = Harness.Validator(keys);
        var token = await IssueAsync(keys);
        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.None);

        await keys.RotateAsync(TimeSpan.Zero, Cancellation);

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.UnknownKey);
    }

    [Fact]
    public async Task Servers_on_one_store_accept_each_others_tokens()
    {
        var one = Harness.OpenKeys();
        var two = Harness.OpenKeys(Path.Combine(Harness.Folder, "two", "signing-key.pem"));
        await two.GetCurrentKeyIdAsync(Cancellation);
        var validator = Harness.Validator(two);
        await RefusalAsync(validator, await IssueAsync(two));
        Harness.Time.Advance(TimeSpan.FromSeconds(2));

        (await RefusalAsync(validator, await IssueAsync(one))).ShouldBe(TokenRefusal.None);
    }

    [Fact]
    public async Task A_rotation_on_another_server_is_noticed_within_a_minute()
    {
        var one = Harness.OpenKeys();
        var two = Harness.OpenKeys(Path.Combine(Harness.Folder, "two", "signing-key.pem"));
        var validator = Harness.Validator(two);
        var token = await IssueAsync(one);
        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.None);

        await one.RotateAsync(TimeSpan.Zero, Cancellation);
        Harness.Time.Advance(TimeSpan.FromMinutes(1));

        (await RefusalAsync(validator, token)).ShouldBe(TokenRefusal.UnknownKey);
    }

    private static async Task<TokenRefusal> RefusalAsync(TokenValidator validator, string token) =>
        (await validator.ValidateAsync(token, Cancellation)).Refusal;

    private async Task<string> IssueAsync(SigningKeys keys) => (await Harness.Issuer(keys).IssueAsync(1, "alice", Day, Cancellation)).Reveal();
}
