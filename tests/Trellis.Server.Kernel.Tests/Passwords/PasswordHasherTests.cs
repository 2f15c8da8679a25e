using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Passwords;

namespace Trellis.Server.Kernel.Tests.Passwords;

public sealed class PasswordHasherTests
{
    private const string Password = "correct horse, ß and 馬";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_is_correct_and_another_is_not()
    {
        using var hasher = Hasher();
        var stored = await hasher.HashAsync(Password, Cancellation);

        (await hasher.VerifyAsync(stored, Password, Cancellation)).ShouldBe(new PasswordVerdict(IsCorrect: true, NeedsRehash: false));
        (await hasher.VerifyAsync(stored, Password + " ", Cancellation)).ShouldBe(default);
        (await hasher.VerifyAsync(stored, "", Cancellation)).ShouldBe(default);
    }

    [Fact]
    public async Task What_is_stored_holds_the_parameters_and_the_derivation_of_RFC_8018()
    {
        using var hasher = Hasher(iterations: 2000);

        var parts = (await hasher.HashAsync(Password, Cancellation)).Split('$');

        parts[..3].ShouldBe(["", "pbkdf2-sha256", "i=2000"]);
        var salt = System.Buffers.Text.Base64Url.DecodeFromChars(parts[3]);
        salt.Length.ShouldBe(16);
        System.Buffers.Text.Base64Url.DecodeFromChars(parts[4])
            .ShouldBe(Rfc2898DeriveBytes.Pbkdf2(Password, salt, 2000, HashAlgorithmName.SHA256, 32));
    }

    [Fact]
    public async Task Two_hashes_of_one_password_differ()
    {
        using var hasher = Hasher();

        (await hasher.HashAsync(Password, Cancellation)).ShouldNotBe(await hasher.HashAsync(Password, Cancellation));
    }

    [Theory]
    [InlineData(1000, 2000)]
    [InlineData(3000, 2000)]
    public async Task A_hash_with_other_parameters_is_correct_and_wants_to_be_made_again(int before, int today)
    {
        using var old = Hasher(before);
        using var current = Hasher(today);
        var stored = await old.HashAsync(Password, Cancellation);

        (await current.VerifyAsync(stored, Password, Cancellation)).ShouldBe(new PasswordVerdict(IsCorrect: true, NeedsRehash: true));
        (await current.VerifyAsync(stored, "another", Cancellation)).ShouldBe(default);
    }

    [Fact]
    public async Task Nobody_has_a_password()
    {
        using var hasher = Hasher();

        (await hasher.VerifyAsync(null, Password, Cancellation)).ShouldBe(default);
        (await hasher.VerifyAsync(null, "", Cancellation)).ShouldBe(default);
    }

    [Fact]
    public async Task A_user_who_does_not_exist_and_one_with_an_old_hash_cost_as_much_as_any_other()
    {
        const int Today = 400_000;
        using var hasher = Hasher(Today);
        using var old = Hasher(1000);
        var stored = await hasher.HashAsync(Password, Cancellation);
        var outdated = await old.HashAsync(Password, Cancellation);

        // The least of several tries is what the work takes; everything above it is the machine's doing, so a busy one gets more tries.
        double existing = double.MaxValue, missing = double.MaxValue, weak = double.MaxValue;
        for (var round = 0; round < 3 || (round < 20 && (!IsAlike(missing, existing) || !IsAlike(weak, existing))); round++)
        {
            existing = Math.Min(existing, await TimeAsync(() => hasher.VerifyAsync(stored, "wrong", Cancellation)));
            missing = Math.Min(missing, await TimeAsync(() => hasher.VerifyAsync(null, "wrong", Cancellation)));
            weak = Math.Min(weak, await TimeAsync(() => hasher.VerifyAsync(outdated, "wrong", Cancellation)));
        }

        IsAlike(missing, existing).ShouldBeTrue($"{missing} ms and {existing} ms");
        IsAlike(weak, existing).ShouldBeTrue($"{weak} ms and {existing} ms");
    }

    [Fact]
    public async Task Whoever_would_wait_too_long_is_refused_at_once()
    {
        using var lanes = new PasswordLanes(lanes: 1, queueLimit: 1);
        using var gate = new ManualResetEventSlim();
        var running = lanes.RunAsync(() => Wait(gate), Cancellation);
        var waiting = lanes.RunAsync(() => true, Cancellation);

        await Should.ThrowAsync<PasswordBusyException>(() => lanes.RunAsync(() => true, Cancellation));
        gate.Set();

        (await running).ShouldBeTrue();
        (await waiting).ShouldBeTrue();
        (await lanes.RunAsync(() => true, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_others()
    {
        using var lanes = new PasswordLanes(lanes: 1, queueLimit: 1);
        using var gate = new ManualResetEventSlim();
        using var given = new CancellationTokenSource();
        var running = lanes.RunAsync(() => Wait(gate), Cancellation);
        var waiting = lanes.RunAsync(() => true, given.Token);

        await given.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        var next = lanes.RunAsync(() => true, Cancellation);
        gate.Set();

        (await running).ShouldBeTrue();
        (await next).ShouldBeTrue();
    }

    [Fact]
    public async Task No_more_run_side_by_side_than_there_are_lanes()
    {
        using var lanes = new PasswordLanes(lanes: 2, queueLimit: 100);
        int running = 0, most = 0;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => lanes.RunAsync(
            () =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                Rfc2898DeriveBytes.Pbkdf2("x"u8, "salt-salt"u8, 2000, HashAlgorithmName.SHA256, 32);
                Interlocked.Decrement(ref running);
                return true;
            },
            Cancellation)));

        most.ShouldBeInRange(1, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("$pbkdf2-sha512$i=1000$AAAAAAAAAAAAAAAAAAAAAA$AAAA")]
    [InlineData("$pbkdf2-sha256$i=-1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("$pbkdf2-sha256$i=1000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_not_a_hash_is_refused_without_being_shown(string stored)
    {
        using var hasher = Hasher();

        var error = await Should.ThrowAsync<ArgumentException>(() => hasher.VerifyAsync(stored, Password, Cancellation));

        error.Message.ShouldBe("The stored password is not a hash of this server. (Parameter 'stored')");
    }

    [Fact]
    public async Task Text_that_is_no_Unicode_is_not_taken_for_another_password()
    {
        using var hasher = Hasher();

        await Should.ThrowAsync<ArgumentException>(() => hasher.HashAsync("a\uD800", Cancellation));
    }

    [Theory]
    [InlineData("iterations", "999")]
    [InlineData("parallelism", "-1")]
    [InlineData("queueLimit", "-1")]
    public void A_setting_out_of_range_is_named(string name, string value)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build();

        Should.Throw<ArgumentException>(() => new ServiceCollection().AddPasswords(section)).Message.ShouldContain($"passwords:{name}");
    }

    [Fact]
    public async Task Without_settings_passwords_get_600_000_iterations()
    {
        await using var services = new ServiceCollection().AddPasswords(new ConfigurationBuilder().Build()).BuildServiceProvider();

        (await services.GetRequiredService<PasswordHasher>().HashAsync(Password, Cancellation)).ShouldStartWith("$pbkdf2-sha256$i=600000$");
    }

    private static PasswordHasher Hasher(int iterations = 1000) =>
        new(new PasswordOptions { Iterations = iterations }, RandomNumberGenerator.Create());

    private static bool Wait(ManualResetEventSlim gate)
    {
        gate.Wait(Cancellation);
        return true;
    }

    private static bool IsAlike(double left, double right) => left / right is > 0.6 and < 1.7;

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var begin = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
