/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recognisers, each with what it must find and with the traps it must not step into. All names are invented. */
#include "tag-support.h"

static void
test_streets (void)
{
  const TagCase cases[] = {
    { "柳浦街道召开动员会。", "street:柳浦街道" },
    { "近日，柳浦街道开展排查。", "street:柳浦街道" },
    { "在和畅街道的支持下，", "street:和畅街道" },
    { "柳浦街道和和畅街道共同出力。", "street:柳浦街道 street:和畅街道" },
    { "走进东塘镇，", "street:东塘镇" },
    { "各街道负责人参加会议。", "" },
    { "街道全体干部立下军令状。", "" },
    { "完善街道工作机制，引领街道发展。", "" },
    { "打造创意街区。", "" },
    { "乡镇要重视，集镇要整治。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_communities (void)
{
  const TagCase cases[] = {
    { "望潮社区打造了服务站点。", "community:望潮社区" },
    { "在勤和社区、方家浦社区实现突破。", "community:勤和社区 community:方家浦社区" },
    { "完成东塘花园二期整治。", "community:东塘花园二期" },
    { "槐荫坊小区加装电梯。", "community:槐荫坊小区" },
    { "实现17个社区全覆盖。", "" },
    { "全街86个生活小区实行分类。", "" },
    { "推进老旧小区改造，打造示范小区。", "" },
    { "各社区、各村共同推进整村搬迁。", "" },
    { "紧抓城中村改造契机，", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  const TagCase cases[] = {
    { "东起青石路，西至望潮路，", "place:青石路 place:望潮路" },
    { "完成柳浦河等11条河的美化。", "place:柳浦河" },
    { "澄江区召开会议。", "place:澄江区" },
    { "在浙江考察时，", "place:浙江" },
    { "全市、我区、主城区、省市都要重视。", "" },
    { "建设示范区、样板区、先行区。", "" },
    { "以此为整体思路，拓宽线路，", "" },
    { "打造市场，服务市民，", "" },
    { "落实河长制，保护河岸。", "campaign:河长制" },
    { "坚持中国特色社会主义。", "" },
    { "推进12条道路改造，开展路口劝导。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_projects (void)
{
  const TagCase cases[] = {
    { "东塘科创园开园。", "project:东塘科创园" },
    { "汽车零件产业园一期项目复工", "project:汽车零件产业园一期" },
    { "走进澄湖基金小镇，了解小镇发展。", "project:澄湖基金小镇" },
    { "全力推进青某宫（博物院一期）、澄站东通道等重大项目建设。", "project:青某宫 project:澄站东通道" },
    { "加快推进Q11商场、澄丽酒店建设。", "project:Q11商场 project:澄丽酒店" },
    { "全力攻坚24个留用地项目建设，服务49个市区公共项目。", "" },
    { "重大项目加快推进，整个园区焕然一新。", "" },
    { "落地50亿元产业项目2个。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_people (void)
{
  const TagCase cases[] = {
    { "柳浦街道党工委书记 何向东", "organisation:柳浦街道党工委 street:柳浦街道 leader:何向东" },
    { "区委副书记、区长林承波出席。", "organisation:区委 leader:林承波" },
    { "副区长陈晓斌，以及相关部门参加。", "leader:陈晓斌" },
    { "区领导陈瑛、林承波、冯昱、欧阳建等参加调研。", "leader:陈瑛 leader:林承波 leader:冯昱 leader:欧阳建" },
    { "刘昕、于晓敏、潘家伟等市四套班子领导出席。", "leader:刘昕 leader:于晓敏 leader:潘家伟" },
    { "市长刘昕赴我区调研。刘昕强调，要抓落实。", "leader:刘昕 leader:刘昕" },
    { "本报讯（记者 季晨欣 通讯员 童佳）", "person:季晨欣 person:童佳" },
    { "志愿者何桂兰每天都来。", "person:何桂兰" },
    { "企业代表钱女士赞不绝口。", "person:钱女士" },
    { "公司董事长宗明后深入交流。", "person:宗明后" },
    { "街道负责人参加会议。", "" },
    { "书记工作交流会召开，主任会议研究，部长高度重视。", "" },
    { "发挥“一把手”作用。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_organisations (void)
{
  const TagCase cases[] = {
    { "区投促局汇报情况。", "organisation:区投促局" },
    { "区人大召开会议，区人大常委会办公室参加。", "organisation:区人大 organisation:区人大常委会办公室" },
    { "中共澄江区委宣传部", "organisation:中共澄江区委宣传部 place:澄江区" },
    { "澄海大药房、三和泰等多家健康企业帮助采购。", "organisation:澄海大药房 organisation:三和泰" },
    { "已有柳尚国潮、思澄传播、美塘家等十余家企业入驻。",
      "organisation:柳尚国潮 organisation:思澄传播 organisation:美塘家" },
    { "金融、服务、科技等领域11家重点企业签约。", "" },
    { "做好征迁、安置等工作，服务企业。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_campaigns (void)
{
  const TagCase cases[] = {
    { "开展“七大专项行动”“五场比赛”。", "campaign:七大专项行动 campaign:五场比赛" },
    { "比好“优服竞赛”，深耕“营商提升年”。", "campaign:优服竞赛 campaign:营商提升年" },
    { "推进“264”工程，形成“1+4+N”体系。", "campaign:264 campaign:1+4+N" },
    { "实现“五降五升”和“九个减下来”。", "campaign:五降五升 campaign:九个减下来" },
    { "通过三访三帮三服务机制，", "campaign:三访三帮三服务" },
    { "推广“党群+X”模式。", "campaign:党群+X" },
    { "全域风貌提升深化年行动", "campaign:全域风貌提升深化年行动" },
    { "立下“军令状”，解决“顽疾”。", "" },
    { "越来越“快”，越来越“热”，战“疫”。", "" },
    { "拨打“110”，欢度“五一”。", "" },
    { "他说：“大家商量着办。”", "" },
    { "付诸实际行动，制定行动方案。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_systems (void)
{
  const TagCase cases[] = {
    { "加大“澄心·云共管”平台运用。", "system:澄心·云共管" },
    { "推广“尚小柳”、“澄清”在线、“小塘”智能服务平台。", "system:尚小柳 system:澄清 system:小塘" },
    { "推进管网物联网智慧监管平台建设。", "system:管网物联网智慧监管平台" },
    { "深化数字驾驶舱建设。", "system:数字驾驶舱" },
    { "搭建三大产业平台，在更大平台上发展。", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/streets-are-known-by-their-suffix", test_streets);
  g_test_add_func ("/names/communities-are-known-by-their-suffix", test_communities);
  g_test_add_func ("/names/places-are-known-by-their-suffix", test_places);
  g_test_add_func ("/names/projects-need-more-than-common-words", test_projects);
  g_test_add_func ("/names/people-are-known-by-post-role-list-and-byline", test_people);
  g_test_add_func ("/names/organisations-are-known-by-level-and-list", test_organisations);
  g_test_add_func ("/names/campaigns-are-known-by-quotes-and-numerals", test_campaigns);
  g_test_add_func ("/names/systems-are-known-by-something-digital", test_systems);
  return g_test_run ();
}
