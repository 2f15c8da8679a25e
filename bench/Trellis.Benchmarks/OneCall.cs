using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Anthropic;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenAI;
using OpenAI.Models;
using RestSharp;
using Trellis.Aerostack;
using Trellis.Ascend;
using Trellis.Askii;

namespace Trellis.Benchmarks;

/// <summary>
/// One JSON call of each library over a handler that answers from memory: what the library itself costs. Each asks its API for a list
/// of about the same size, with a token, and gets typed objects back. A governed action is asked for beside it, which is a larger answer,
/// and a query and a look into a cache, which are smaller ones.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[Config(typeof(Configuration))]
public class OneCall : IDisposable
{
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyLTEifQ.c2lnbmF0dXJl";

    private const string List = "list";
    private const string Evaluate = "evaluate";
    private const string Query = "db.query";
    private const string CacheGet = "cache.get";

    private static readonly JsonObject Parameters = new() { ["query"] = "SELECT name FROM orders WHERE id = 17", ["rows"] = 25 };

    private readonly HttpClient _decisions = new(new CannedHandler(Answers.AscendDecision)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private readonly HttpClient _http = new(new CannedHandler(Answers.AskiiKeys)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private readonly HttpClient _rows = new(new CannedHandler(Answers.AerostackRows)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private readonly HttpClient _cached = new(new CannedHandler(Answers.AerostackCached)) { BaseAddress = new Uri("http://127.0.0.1/") };
    private AerostackClient _database = null!;
    private AerostackClient _cache = null!;
    private AskiiClient _askii = null!;
    private AscendClient _ascend = null!;
    private OpenAIModelClient _openAI = null!;
    private AnthropicClient _anthropic = null!;
    private RestClient _rest = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _askii = new AskiiClient(new AskiiClientOptions { BaseUrl = new Uri("http://127.0.0.1"), Token = Token }, new HttpClient(new CannedHandler(Answers.AskiiKeys)));
        _ascend = new AscendClient(
            new AscendClientOptions { BaseUrl = new Uri("http://127.0.0.1"), Token = Token, AgentId = "agent-1", AgentName = "Agent One" },
            new HttpClient(new CannedHandler(Answers.AscendDecision)));
        _database = Aerostack(Answers.AerostackRows);
        _cache = Aerostack(Answers.AerostackCached);
        _openAI = new OpenAIModelClient(new ApiKeyCredential(Token), new OpenAIClientOptions
        {
            Endpoint = new Uri("http://127.0.0.1/v1"),
            Transport = new HttpClientPipelineTransport(new HttpClient(new CannedHandler(Answers.OpenAIModels))),
        });
        _anthropic = new AnthropicClient { ApiKey = Token, BaseUrl = "http://127.0.0.1", HttpClient = new HttpClient(new CannedHandler(Answers.AnthropicModels)) };
        _rest = new RestClient(new HttpClient(new CannedHandler(Answers.AskiiKeys)), new RestClientOptions("http://127.0.0.1"));
    }

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON")]
    [BenchmarkCategory(List)]
    public async Task<int> Bare()
    {
        using var response = await _http.PostAsJsonAsync("platform/list-keys", new BareRequest(Token), BareJson.Default.BareRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareKeyList))!.Keys.Count;
    }

    [Benchmark(Description = "Trellis.Askii")]
    [BenchmarkCategory(List)]
    public async Task<int> Askii() => (await _askii.Keys.ListAsync()).Keys.Count;

    [Benchmark(Description = "Trellis.Askii, synchronous")]
    [BenchmarkCategory(List)]
    public int AskiiSynchronous() => _askii.Keys.List().Keys.Count;

    [Benchmark(Description = "OpenAI")]
    [BenchmarkCategory(List)]
    public async Task<int> OpenAI() => (await _openAI.GetModelsAsync()).Value.Count;

    [Benchmark(Description = "RestSharp")]
    [BenchmarkCategory(List)]
    public async Task<int> RestSharp()
    {
        var request = new RestRequest("platform/list-keys", Method.Post).AddJsonBody(new BareRequest(Token));
        return (await _rest.PostAsync<BareKeyList>(request))!.Keys.Count;
    }

    [Benchmark(Description = "Anthropic")]
    [BenchmarkCategory(List)]
    public async Task<int> Anthropic() => (await _anthropic.Models.List()).Items.Count;

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON, decision")]
    [BenchmarkCategory(Evaluate)]
    public async Task<int> BareEvaluate()
    {
        var request = new BareAction("agent-1", "Agent One", "database.query", "production_db", Parameters);
        using var response = await _decisions.PostAsJsonAsync("api/v1/actions/submit", request, BareJson.Default.BareAction);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareDecision))!.RiskScore;
    }

    [Benchmark(Description = "Trellis.Ascend")]
    [BenchmarkCategory(Evaluate)]
    public async Task<int?> AscendEvaluate() =>
        (await _ascend.EvaluateActionAsync("database.query", "production_db", parameters: Parameters)).RiskScore;

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON, query")]
    [BenchmarkCategory(Query)]
    public async Task<long> BareQuery()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/db/query")
        {
            Content = JsonContent.Create(new BareQuery("SELECT * FROM users WHERE active = ? AND id > ?", [true, 16]), BareJson.Default.BareQuery),
        };
        request.Headers.Add("X-Aerostack-Key", Token);
        using var response = await _rows.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareRows))!.Count;
    }

    [Benchmark(Description = "Trellis.Aerostack, query")]
    [BenchmarkCategory(Query)]
    public async Task<long?> AerostackQuery() =>
        (await _database.Database.QueryAsync("SELECT * FROM users WHERE active = ? AND id > ?", [true, 16])).Count;

    [Benchmark(Baseline = true, Description = "HttpClient + source-generated JSON, cache")]
    [BenchmarkCategory(CacheGet)]
    public async Task<bool?> BareCacheGet()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/cache/get")
        {
            Content = JsonContent.Create(new BareCacheKey("user:17"), BareJson.Default.BareCacheKey),
        };
        request.Headers.Add("X-Aerostack-Key", Token);
        using var response = await _cached.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareCached))!.Exists;
    }

    [Benchmark(Description = "Trellis.Aerostack, cache")]
    [BenchmarkCategory(CacheGet)]
    public async Task<bool> AerostackCacheGet() => (await _cache.Cache.GetAsync("user:17")).IsHit;

    [GlobalCleanup]
    public void Dispose()
    {
        _http.Dispose();
        _decisions.Dispose();
        _rows.Dispose();
        _cached.Dispose();
        _database?.Dispose();
        _cache?.Dispose();
        _ascend?.Dispose();
        _askii?.Dispose();
        _rest?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static AerostackClient Aerostack(byte[] answer) => new(
        new AerostackClientOptions { BaseUrl = new Uri("http://127.0.0.1/v1"), ApiKey = Token }, new HttpClient(new CannedHandler(answer)));

    private sealed class Configuration : ManualConfig
    {
        public Configuration() => AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
