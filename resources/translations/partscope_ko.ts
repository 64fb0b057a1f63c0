<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>사진 폴더 열기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>Open what a training has left</source>
        <translation>학습 결과 열기</translation>
    </message>
    <message>
        <source>Open a network…</source>
        <translation>네트워크 열기…</translation>
    </message>
    <message>
        <source>Look inside a network of your own, or convert it</source>
        <translation>내 네트워크를 살펴보거나 변환합니다</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플 써 보기</translation>
    </message>
    <message>
        <source>Open drawn creatures whose parts are known</source>
        <translation>부위가 알려진, 그려서 만든 동물 사진 열기</translation>
    </message>
    <message>
        <source>Mark parts…</source>
        <translation>부위 표시하기…</translation>
    </message>
    <message>
        <source>Mark parts by hand in pictures of the run</source>
        <translation>실행 기록의 사진에 손으로 부위 표시하기</translation>
    </message>
    <message>
        <source>Draw boxes…</source>
        <translation>상자 그리기…</translation>
    </message>
    <message>
        <source>Draw a box around the object in pictures of the folder</source>
        <translation>폴더의 사진에서 물체를 둘러싸는 상자 그리기</translation>
    </message>
    <message>
        <source>Forbid a part…</source>
        <translation>쓰지 않을 부위 정하기…</translation>
    </message>
    <message>
        <source>Fit the answer of the run anew so that a part does not count</source>
        <translation>부위 하나가 답에 작용하지 않도록 이 실행 기록의 답을 다시 맞춥니다</translation>
    </message>
    <message>
        <source>Clear recents</source>
        <translation>최근 목록 지우기</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Language, appearance, where runs are kept</source>
        <translation>언어, 모양, 실행 기록을 두는 곳</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>명령 찾기…</translation>
    </message>
    <message>
        <source>Do anything, or go anywhere, by typing a few letters of it</source>
        <translation>몇 글자만 입력해 명령을 실행하거나 이동하기</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>What every key does</source>
        <translation>모든 키가 하는 일</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>사용 안내</translation>
    </message>
    <message>
        <source>Open the guide at what it says of this page</source>
        <translation>이 페이지에 관한 사용 안내를 엽니다</translation>
    </message>
    <message>
        <source>Tour of the parts</source>
        <translation>부위 둘러보기</translation>
    </message>
    <message>
        <source>Show what is to be seen of the open run</source>
        <translation>열린 실행 기록에서 볼 수 있는 것을 차례로 안내합니다</translation>
    </message>
    <message>
        <source>About Partscope</source>
        <translation>Partscope 정보</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>최근 폴더</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>최근 실행 기록</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Undo a name, note, star, mark or box, a slice, a decision about a picture</source>
        <translation>이름, 메모, 별표, 표시, 상자, 사진 묶음, 사진에 대해 정한 것 실행 취소</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Recent folder</source>
        <translation>최근 폴더</translation>
    </message>
    <message>
        <source>Recent run</source>
        <translation>최근 실행 기록</translation>
    </message>
    <message>
        <source>{filter}: {name}</source>
        <translation>{filter}: {name}</translation>
    </message>
    <message>
        <source>Picture of the run</source>
        <translation>실행 기록의 사진</translation>
    </message>
    <message>
        <source>Only files and folders of this machine can be opened.</source>
        <translation>이 컴퓨터에 있는 파일과 폴더만 열 수 있습니다.</translation>
    </message>
    <message>
        <source>Open a run first: then any picture dropped here is explained.</source>
        <translation>먼저 실행 기록을 여세요. 그러면 여기에 놓는 사진을 모두 설명합니다.</translation>
    </message>
    <message>
        <source>Drop to look inside this network</source>
        <translation>놓으면 이 네트워크를 살펴봅니다</translation>
    </message>
    <message>
        <source>Only {name} is opened, the other {count} are not.</source>
        <translation>{name} 항목만 열고 나머지 {count}개는 열지 않습니다.</translation>
    </message>
    <message>
        <source>Drop to open this folder of images</source>
        <translation>놓으면 이 사진 폴더를 엽니다</translation>
    </message>
    <message>
        <source>{name} cannot be opened: drop a folder of pictures, a picture, a run, an experiment or a file of weights.</source>
        <translation>{name}은(는) 열 수 없습니다. 사진 폴더, 사진, 실행, 실험, 가중치 파일 가운데 하나를 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Drop to open this run</source>
        <translation>놓으면 이 실행 기록을 엽니다</translation>
    </message>
    <message>
        <source>Drop to open this experiment</source>
        <translation>놓으면 이 실험을 엽니다</translation>
    </message>
    <message>
        <source>Drop to have this picture explained</source>
        <translation>놓으면 이 사진을 설명합니다</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>The pictures of the folder, and what its check-up found</source>
        <translation>폴더의 사진과 점검 결과</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Teach filters to answer to one part each, or look inside a network of your own</source>
        <translation>필터마다 한 부위에 반응하도록 학습하거나, 내 네트워크를 살펴봅니다</translation>
    </message>
    <message>
        <source>How far to trust it, against a network without parts and plain guessing</source>
        <translation>부위를 배우지 않은 네트워크, 찍기와 견주어 얼마나 믿을 수 있는지</translation>
    </message>
    <message>
        <source>What earlier trainings and looks have left</source>
        <translation>이전에 학습하거나 살펴본 기록</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>What each filter sees, and whether it holds a part</source>
        <translation>필터마다 무엇을 보는지, 한 부위를 짚는지 보여 줍니다</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>The pictures of a run that matter: likely wrong labels, odd ones, and groups in which parts are missing</source>
        <translation>실행 기록에서 눈여겨볼 사진: 범주가 잘못되었을 법한 사진, 특이한 사진, 부위가 없는 사진 묶음</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Report, figures, tables and files for others</source>
        <translation>다른 사람을 위한 보고서, 그림, 표, 파일</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>배우기</translation>
    </message>
    <message>
        <source>How a network sees, and why one filter finds one part, on your own run</source>
        <translation>네트워크가 어떻게 보는지, 왜 필터 하나가 부위 하나를 찾는지, 내 실행 기록으로 배웁니다</translation>
    </message>
    <message>
        <source>The parts that the network found, on its test pictures</source>
        <translation>네트워크가 찾은 부위를 시험 사진에서 봅니다</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>What the chosen filter sees in a picture, beside CAM and the other network</source>
        <translation>고른 필터가 사진에서 보는 것. CAM과 다른 네트워크를 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>The same pictures by the filters of both networks</source>
        <translation>같은 사진을 두 네트워크의 필터로</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Wrong and unsure answers, and the parts that were seen there</source>
        <translation>틀린 답과 불확실한 답, 그리고 거기서 본 부위</translation>
    </message>
    <message>
        <source>Where parts lie</source>
        <translation>부위의 위치</translation>
    </message>
    <message>
        <source>The positions of parts over all pictures</source>
        <translation>모든 사진에서 부위가 있는 자리</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히 보기</translation>
    </message>
    <message>
        <source>The best filter of each part</source>
        <translation>부위마다 가장 좋은 필터</translation>
    </message>
    <message>
        <source>Starred filters</source>
        <translation>별표 단 필터</translation>
    </message>
    <message>
        <source>The chosen filter</source>
        <translation>고른 필터</translation>
    </message>
    <message>
        <source>All filters</source>
        <translation>모든 필터</translation>
    </message>
    <message>
        <source>Kept out of training</source>
        <translation>학습에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>Only test pictures</source>
        <translation>시험 사진만</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>COCO keypoints</source>
        <translation>COCO 키포인트</translation>
    </message>
    <message>
        <source>One JSON file for all pictures</source>
        <translation>모든 사진을 담은 JSON 파일 하나</translation>
    </message>
    <message>
        <source>CVAT for images</source>
        <translation>CVAT(이미지용)</translation>
    </message>
    <message>
        <source>One XML file, and the labels for a new task</source>
        <translation>XML 파일 하나와 새 작업에 쓸 라벨 목록</translation>
    </message>
    <message>
        <source>LabelMe</source>
        <translation>LabelMe</translation>
    </message>
    <message>
        <source>A JSON file for each picture, which names the picture by its path</source>
        <translation>사진마다 JSON 파일 하나. 사진을 경로로 가리킵니다</translation>
    </message>
    <message>
        <source>YOLO-pose</source>
        <translation>YOLO-pose</translation>
    </message>
    <message>
        <source>A text file for each picture, and data.yaml; without confidences</source>
        <translation>사진마다 텍스트 파일 하나와 data.yaml. 신뢰도는 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Landmarks of Partscope</source>
        <translation>Partscope 랜드마크</translation>
    </message>
    <message>
        <source>landmarks.csv, to be corrected with Mark parts… on Measure</source>
        <translation>landmarks.csv. 측정 화면의 ‘부위 표시…’로 고칩니다</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>남겨 둔 사진</translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>Pictures with the heatmap over them, PNG</source>
        <translation>사진 위에 히트맵을 겹친 PNG</translation>
    </message>
    <message>
        <source>Heatmaps</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>The heatmap alone, as large as the picture, PNG</source>
        <translation>사진 크기의 히트맵만, PNG</translation>
    </message>
    <message>
        <source>Raw maps</source>
        <translation>원본 맵</translation>
    </message>
    <message>
        <source>Numbers of every cell before masking, .npy for NumPy</source>
        <translation>마스크 전 모든 칸의 수, NumPy용 .npy</translation>
    </message>
    <message>
        <source>Peaks as a table</source>
        <translation>최대 반응점 표</translation>
    </message>
    <message>
        <source>Where each filter peaks in each picture, CSV</source>
        <translation>사진마다 필터의 최대 반응점이 있는 곳, CSV</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>What the Measure page shows, as CSV, Markdown and LaTeX.</source>
        <translation>측정 페이지의 내용을 CSV, Markdown, LaTeX로.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>부위</translation>
    </message>
    <message>
        <source>The best filter of each part, with crops from held-out pictures.</source>
        <translation>부위마다 가장 좋은 필터와 학습에 쓰지 않은 사진의 조각.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>The same pictures by both networks and CAM.</source>
        <translation>같은 사진을 두 네트워크와 CAM으로.</translation>
    </message>
    <message>
        <source>The positions of all parts, beside the other network&apos;s.</source>
        <translation>모든 부위의 위치. 다른 네트워크와 나란히 보여 줍니다.</translation>
    </message>
    <message>
        <source>Figure of the filter</source>
        <translation>필터의 그림</translation>
    </message>
    <message>
        <source>How it reads a picture, and its best pictures.</source>
        <translation>필터가 사진을 읽는 법과 가장 잘 맞는 사진.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>How the chosen filter reads the picture that is on show.</source>
        <translation>고른 필터가 지금 사진을 읽는 법.</translation>
    </message>
    <message>
        <source>Explanation of the picture</source>
        <translation>사진의 설명</translation>
    </message>
    <message>
        <source>Why the network answers so, part by part.</source>
        <translation>네트워크가 왜 그렇게 답하는지 부위별로.</translation>
    </message>
    <message>
        <source>Heatmap of the picture</source>
        <translation>사진의 히트맵</translation>
    </message>
    <message>
        <source>The picture with the filter&apos;s heatmap over it.</source>
        <translation>사진 위에 필터의 히트맵을 겹친 것.</translation>
    </message>
    <message>
        <source>Positions of the parts</source>
        <translation>부위의 위치</translation>
    </message>
    <message>
        <source>For labelling tools and training: guesses of the filters, to be corrected.</source>
        <translation>라벨링 도구와 학습에 씁니다. 필터가 추정한 위치이므로 고쳐서 쓰세요.</translation>
    </message>
    <message>
        <source>Files of many filters and pictures</source>
        <translation>여러 필터와 사진의 파일</translation>
    </message>
    <message>
        <source>For other programs, or to look through.</source>
        <translation>다른 프로그램에서 쓰거나 훑어보기 위해.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Its weights (safetensors) and the settings of the run.</source>
        <translation>가중치(safetensors)와 실행의 설정.</translation>
    </message>
    <message>
        <source>Network as ONNX</source>
        <translation>ONNX 네트워크</translation>
    </message>
    <message>
        <source>For programs without PyTorch, with an example of its use.</source>
        <translation>PyTorch가 없는 프로그램용. 쓰는 예제가 함께 들어갑니다.</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>다른 프로그램용</translation>
    </message>
    <message>
        <source>Your network</source>
        <translation>내 네트워크</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Interpretable</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>the converted network</source>
        <translation>변환한 네트워크</translation>
    </message>
    <message>
        <source>the original network</source>
        <translation>원본 네트워크</translation>
    </message>
    <message>
        <source>your network</source>
        <translation>내 네트워크</translation>
    </message>
    <message>
        <source>the same network with random weights</source>
        <translation>가중치가 무작위인 같은 네트워크</translation>
    </message>
    <message>
        <source>the interpretable network</source>
        <translation>해석 가능한 네트워크</translation>
    </message>
    <message>
        <source>the ordinary twin</source>
        <translation>일반 쌍둥이</translation>
    </message>
    <message>
        <source>{network}, layer {layer}</source>
        <translation>{network}, {layer} 층</translation>
    </message>
    <message>
        <source>channel {number}</source>
        <translation>채널 {number}</translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation>쌍둥이 네트워크</translation>
    </message>
    <message>
        <source>CAM</source>
        <translation>CAM</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
    <message>
        <source>twin · {part}</source>
        <translation>쌍둥이 · {part}</translation>
    </message>
    <message>
        <source>never fires</source>
        <translation>반응하지 않음</translation>
    </message>
    <message>
        <source>untrained {value}</source>
        <translation>학습 안 됨 {value}</translation>
    </message>
    <message>
        <source>interpretable {value}</source>
        <translation>이 네트워크 {value}</translation>
    </message>
    <message>
        <source>twin {value}</source>
        <translation>쌍둥이 {value}</translation>
    </message>
    <message>
        <source>When the picture is moved, in how many pictures does the peak move with it, to within one cell?
Filters that never learned anything reach {floor}, those of the other network {other} on average.
Only what lies above the untrained floor was learned.</source>
        <translation>사진을 옮기면 최대 반응점이 한 칸 이내로 따라 움직이는 사진이 얼마나 되는가?
아무것도 배우지 않은 필터는 {floor}, 다른 네트워크의 필터는 평균 {other}입니다.
학습하지 않은 필터의 값을 넘는 만큼만 배운 것입니다.</translation>
    </message>
    <message>
        <source>Of a held-out picture of {category} and one of the background, how often is the peak higher on {category}?
1 is always, 0.5 is tossing a coin. Under {weak} the filter is bound to the background: it answers to what is around the category.</source>
        <translation>학습에서 제외한 {category} 사진과 배경 사진을 하나씩 뽑을 때, {category} 쪽 최댓값이 더 높은 비율은?
1은 언제나, 0.5는 동전 던지기입니다. {weak}보다 작으면 필터가 배경에 매인 것입니다. 범주 둘레에 있는 것에 반응합니다.</translation>
    </message>
    <message>
        <source>Stronger than background</source>
        <translation>배경보다 강한 비율</translation>
    </message>
    <message>
        <source>Equivariance</source>
        <translation>등변성</translation>
    </message>
    <message>
        <source>{name} · part {part} · filter {index}</source>
        <translation>{name} · 부위 {part} · 필터 {index}</translation>
    </message>
    <message>
        <source>{name} · filter {index}</source>
        <translation>{name} · 필터 {index}</translation>
    </message>
    <message>
        <source>filters were chosen by it</source>
        <translation>필터를 고르는 데 씀</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>남겨 둠</translation>
    </message>
    <message>
        <source>Part {part} · filter {index}</source>
        <translation>부위 {part} · 필터 {index}</translation>
    </message>
    <message>
        <source>random weights · {part}</source>
        <translation>무작위 가중치 · {part}</translation>
    </message>
    <message>
        <source>your network {value}</source>
        <translation>내 네트워크 {value}</translation>
    </message>
    <message>
        <source>random weights {value}</source>
        <translation>무작위 가중치 {value}</translation>
    </message>
    <message>
        <source>How often the peak goes where the content went: the mean of shift, mirror and transplant.
The same network with random weights reaches {floor} on average: that much comes from its architecture.</source>
        <translation>최대 반응점이 내용을 따라간 비율: 이동, 뒤집기, 옮겨 붙이기의 평균입니다.
가중치가 무작위인 같은 네트워크는 평균 {floor}입니다. 그만큼은 구조에서 나온 것입니다.</translation>
    </message>
    <message>
        <source>the conversion learned from it</source>
        <translation>변환할 때 학습에 씀</translation>
    </message>
    <message>
        <source>kept out of the conversion</source>
        <translation>변환에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>original · {part}</source>
        <translation>원본 · {part}</translation>
    </message>
    <message>
        <source>converted {value}</source>
        <translation>변환 {value}</translation>
    </message>
    <message>
        <source>original {value}</source>
        <translation>원본 {value}</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>학습됨</translation>
    </message>
    <message>
        <source>not learned</source>
        <translation>학습 안 됨</translation>
    </message>
    <message>
        <source>Above random weights</source>
        <translation>무작위 가중치보다 위</translation>
    </message>
    <message>
        <source>of following</source>
        <translation>따라간 비율의 차이</translation>
    </message>
    <message>
        <source>What it follows minus what filters of the same network with random weights follow</source>
        <translation>이 필터가 따라간 비율에서 가중치가 무작위인 같은 네트워크의 비율을 뺀 값</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>세기</translation>
    </message>
    <message>
        <source>mean peak</source>
        <translation>평균 최댓값</translation>
    </message>
    <message>
        <source>Mean of the highest activation over all pictures of the category</source>
        <translation>범주의 모든 사진에서 가장 높은 활성값의 평균</translation>
    </message>
    <message>
        <source>Effective field</source>
        <translation>유효 영역</translation>
    </message>
    <message>
        <source>{side:.0f} px</source>
        <translation>{side:.0f} px</translation>
    </message>
    <message>
        <source>of {size} px</source>
        <translation>{size} px 중</translation>
    </message>
    <message>
        <source>The smallest square around the peak that holds two thirds of what really moves the filter, in pixels of the network&apos;s input.
Crops and frames show this field. In theory a cell sees {field} px.</source>
        <translation>필터를 실제로 움직이는 것의 3분의 2가 들어가는, 최대 반응점 둘레의 가장 작은 정사각형(네트워크 입력의 픽셀).
조각과 테두리는 이 영역을 보입니다. 이론으로는 한 칸이 {field} px를 봅니다.</translation>
    </message>
    <message>
        <source>background-bound</source>
        <translation>배경에 매임</translation>
    </message>
    <message>
        <source>of its peak</source>
        <translation>최대 반응점 기준</translation>
    </message>
    <message>
        <source>{network}, filter {number}</source>
        <translation>{network}, 필터 {number}</translation>
    </message>
    <message>
        <source>peak {value:.2f}</source>
        <translation>최댓값 {value:.2f}</translation>
    </message>
    <message>
        <source>its strongest here</source>
        <translation>가장 강하게 반응한 필터</translation>
    </message>
    <message>
        <source>chosen in the wall</source>
        <translation>필터 목록에서 고름</translation>
    </message>
    <message>
        <source>The brightest colour stands for {own} on the left, {cam} in CAM and {other} on the right.
The unit is activation: what a cell of the filter&apos;s map holds. CAM&apos;s cells hold sums of weighted activations.</source>
        <translation>가장 밝은 색: 왼쪽은 {own}, CAM은 {cam}, 오른쪽은 {other}.
단위는 활성값, 곧 필터 맵의 칸에 든 값입니다. CAM의 칸은 가중한 활성값의 합입니다.</translation>
    </message>
    <message>
        <source>The brightest colour stands for {own} on the left, {cam} in Grad-CAM and {other} on the right.
The unit is activation: what a cell of the filter&apos;s map holds. Grad-CAM&apos;s cells hold sums of activations times gradients.</source>
        <translation>가장 밝은 색은 왼쪽에서 {own}, Grad-CAM에서 {cam}, 오른쪽에서 {other}입니다.
단위는 활성값, 곧 필터 맵의 칸에 든 값입니다. Grad-CAM의 칸에는 활성값에 기울기를 곱해 더한 값이 있습니다.</translation>
    </message>
    <message>
        <source>a picture from elsewhere</source>
        <translation>다른 곳에서 온 사진</translation>
    </message>
    <message>
        <source>shows {category}</source>
        <translation>{category} 사진</translation>
    </message>
    <message>
        <source>shows none of them</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>shows no {category}</source>
        <translation>{category} 아님</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>학습에 씀</translation>
    </message>
    <message>
        <source>kept out of training</source>
        <translation>학습에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>the whole picture is read, but the run was trained on boxes: cut the object out first</source>
        <translation>사진 전체를 읽습니다. 이 실행은 상자 안만 읽고 학습했으므로 먼저 물체를 잘라 내세요</translation>
    </message>
    <message>
        <source>it has no box: the whole picture is read</source>
        <translation>상자가 없어 사진 전체를 읽음</translation>
    </message>
    <message>
        <source>object not found: the whole picture is read</source>
        <translation>물체를 찾지 못해 사진 전체를 읽음</translation>
    </message>
    <message>
        <source>read inside the dashed frame</source>
        <translation>점선 테두리 안을 읽음</translation>
    </message>
    <message>
        <source>object not found: the dashed frame is a guess</source>
        <translation>물체를 찾지 못함: 점선 테두리는 추측</translation>
    </message>
    <message>
        <source>Template at the peak</source>
        <translation>최대 반응점의 템플릿</translation>
    </message>
    <message>
        <source>Template (not used)</source>
        <translation>템플릿 (쓰지 않음)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Pooled map</source>
        <translation>풀링한 맵</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>특징 맵</translation>
    </message>
    <message>
        <source>Template at the centroid</source>
        <translation>무게중심의 템플릿</translation>
    </message>
    <message>
        <source>Masked map</source>
        <translation>마스크를 적용한 맵</translation>
    </message>
    <message>
        <source>The picture, squashed to a square by the network</source>
        <translation>네트워크가 정사각형으로 누른 사진</translation>
    </message>
    <message>
        <source>How strongly the filter answers in each cell</source>
        <translation>칸마다 필터가 얼마나 세게 반응하는가</translation>
    </message>
    <message>
        <source>1 in its middle, falling to −1 away from it: light keeps, dark removes</source>
        <translation>가운데는 1, 멀어질수록 −1로 작아집니다. 밝은 곳은 남기고 어두운 곳은 지웁니다</translation>
    </message>
    <message>
        <source>What is left of the map: the filter&apos;s part</source>
        <translation>맵에서 남은 것: 필터의 부위</translation>
    </message>
    <message>
        <source>What of the picture really moves the peak</source>
        <translation>사진에서 최대 반응점을 실제로 움직이는 곳</translation>
    </message>
    <message>
        <source>Both networks answer without masks: the last stages show what a mask would have kept.</source>
        <translation>두 네트워크 모두 마스크 없이 답합니다. 마지막 단계는 마스크가 있었다면 남겼을 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>What it shows: the sum of all weighted maps</source>
        <translation>보이는 것: 가중치를 곱한 모든 맵의 합</translation>
    </message>
    <message>
        <source>Grad-CAM has no parts: it adds up the maps of all channels of the layer, each times the mean of its gradient for {category} (the first three are drawn {times:.0f} times brighter than the sum). Blue counts against {category}. Point at a cell to read its sum.</source>
        <translation>Grad-CAM에는 부위가 없습니다. 층의 모든 채널 맵에 {category}에 대한 평균 기울기를 곱해 더합니다(처음 셋은 합보다 {times:.0f}배 밝게 그렸습니다). 파란색은 {category}에 반대하는 곳입니다. 칸을 가리키면 더하는 식이 보입니다.</translation>
    </message>
    <message>
        <source>not steady enough; not judged</source>
        <translation>충분히 안정적이지 않음, 판정하지 않음</translation>
    </message>
    <message>
        <source>does not hold: swaps places with filter {other}</source>
        <translation>부위를 짚지 않음: 필터 {other}번과 자리를 바꿈</translation>
    </message>
    <message>
        <source>does not hold: too few pictures</source>
        <translation>부위를 짚지 않음: 사진이 너무 적음</translation>
    </message>
    <message>
        <source>does not hold a part</source>
        <translation>부위를 짚지 않음</translation>
    </message>
    <message>
        <source>group {number}; not judged</source>
        <translation>묶음 {number}, 판정하지 않음</translation>
    </message>
    <message>
        <source>group {number}, {count} filters; not judged</source>
        <translation>묶음 {number}, 필터 {count}개, 판정하지 않음</translation>
    </message>
    <message>
        <source>holds part {number}</source>
        <translation>부위 {number}번을 짚음</translation>
    </message>
    <message>
        <source>holds part {number}, with {more} more</source>
        <translation>다른 필터 {more}개와 함께 부위 {number}번을 짚음</translation>
    </message>
    <message>
        <source>How often the peak goes where the content went: the mean of shift, mirror and transplant.
Filters that never learned anything reach {floor}, those of the other network {other} on average.
Only what lies above the untrained floor was learned.</source>
        <translation>내용이 옮겨 간 곳으로 최대 반응점도 옮겨 가는 비율입니다. 이동, 거울상, 이식의 평균입니다.
학습하지 않은 필터의 평균은 {floor}, 다른 네트워크의 평균은 {other}입니다.
학습하지 않은 필터보다 높은 만큼만 배운 것입니다.</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>부위 추종 점수</translation>
    </message>
    <message>
        <source>Gained by training</source>
        <translation>학습으로 얻은 것</translation>
    </message>
    <message>
        <source>What it follows minus what filters follow that never learned anything</source>
        <translation>학습하지 않은 필터보다 얼마나 더 잘 따라가는지</translation>
    </message>
    <message>
        <source>Peak {value:.2f} at row {row}, column {column}. Point at a cell to read its numbers.</source>
        <translation>{row}행 {column}열에서 최댓값 {value:.2f}. 칸을 가리키면 수를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The twin has no masks: the last stages show what a mask would have kept.</source>
        <translation>쌍둥이에는 마스크가 없습니다. 마지막 단계는 마스크가 있었다면 남겼을 것을 보입니다.</translation>
    </message>
    <message>
        <source>against {category}</source>
        <translation>{category} 아님</translation>
    </message>
    <message>
        <source>for {category}</source>
        <translation>{category} 맞음</translation>
    </message>
    <message>
        <source>{part} speaks most strongly for {category}: without it the answer would be {without}, not {whole}.</source>
        <translation>{category}(이)라는 답에 가장 크게 기여한 부위: {part}. 이 부위가 없으면 답이 {whole}에서 {without}(으)로 바뀝니다.</translation>
    </message>
    <message>
        <source>{part} speaks most strongly against {category}: without it the answer would be {without}, not {whole}.</source>
        <translation>{category}(이)라는 답을 가장 크게 낮춘 부위: {part}. 이 부위가 없으면 답이 {whole}에서 {without}(으)로 바뀝니다.</translation>
    </message>
    <message>
        <source>{part} counts most, but the others alone would give the same answer: {category} {whole}.</source>
        <translation>가장 크게 작용한 부위는 {part}입니다. 그러나 나머지만으로도 답은 같습니다: {category} {whole}.</translation>
    </message>
    <message>
        <source>The answer is a sum: {rest} before any part speaks, {parts} from the parts and {loose} from filters without a part make {sum}, which stands for {category} {chance}. A sum above 0 speaks for {category}.</source>
        <translation>답은 합계입니다. 시작값 {rest}에 부위들의 몫 {parts}, 부위가 없는 필터들의 몫 {loose}을(를) 더하면 {sum}이고, 이는 {category} {chance}에 해당합니다. 합이 0보다 크면 {category}에 가깝습니다.</translation>
    </message>
    <message>
        <source>The answer is a sum: {rest} before any part speaks and {parts} from the parts make {sum}, which stands for {category} {chance}. A sum above 0 speaks for {category}.</source>
        <translation>답은 합계입니다. 시작값 {rest}에 부위들의 몫 {parts}을(를) 더하면 {sum}이고, 이는 {category} {chance}에 해당합니다. 합이 0보다 크면 {category}에 가깝습니다.</translation>
    </message>
    <message>
        <source>Each number: how far the answer falls without that part. The answer is {sum}, which stands for {category} {chance}; the parts explain {parts} of it, filters without a part {loose}, all else {rest}. Above 0 speaks for {category}.</source>
        <translation>각 숫자는 그 부위가 없을 때 답이 내려가는 정도입니다. 답은 {sum}이고 {category} {chance}에 해당합니다. 이 가운데 부위들이 {parts}, 부위가 없는 필터들이 {loose}, 나머지가 {rest}을(를) 설명합니다. 0보다 크면 {category}에 가깝습니다.</translation>
    </message>
    <message>
        <source>Each number: how far the answer falls without that part. The answer is {sum}, which stands for {category} {chance}; the parts explain {parts} of it, all else {rest}. Above 0 speaks for {category}.</source>
        <translation>각 숫자는 그 부위가 없을 때 답이 내려가는 정도입니다. 답은 {sum}이고 {category} {chance}에 해당합니다. 이 가운데 부위들이 {parts}, 나머지가 {rest}을(를) 설명합니다. 0보다 크면 {category}에 가깝습니다.</translation>
    </message>
    <message>
        <source>One weaker part, not shown, adds {value}.</source>
        <translation>표시하지 않은 약한 부위 1개의 몫은 {value}입니다.</translation>
    </message>
    <message>
        <source>{count} weaker parts, not shown, add {value} together.</source>
        <translation>표시하지 않은 약한 부위 {count}개의 몫은 모두 {value}입니다.</translation>
    </message>
    <message>
        <source>The answer counts all that a filter sees, not only its part, which the heatmap shows.</source>
        <translation>답은 히트맵이 보이는 부위만이 아니라 필터가 본 모든 것을 셉니다.</translation>
    </message>
    <message>
        <source>Without its {count} filters the answer goes from {before} to {after}. Click: look at its filter</source>
        <translation>이 부위의 필터 {count}개가 없으면 답이 {before}에서 {after}(으)로 바뀝니다. 누르면 필터를 봅니다</translation>
    </message>
    <message>
        <source>Without its filter the answer goes from {before} to {after}. Click: look at its filter</source>
        <translation>이 부위의 필터가 없으면 답이 {before}에서 {after}(으)로 바뀝니다. 누르면 필터를 봅니다</translation>
    </message>
    <message>
        <source>Unsteady filters</source>
        <translation>불안정한 필터</translation>
    </message>
    <message>
        <source>Without a part</source>
        <translation>부위 없는 필터</translation>
    </message>
    <message>
        <source>CAM filter {filter} × {weight}</source>
        <translation>CAM 필터 {filter} × {weight}</translation>
    </message>
    <message>
        <source>Channel {filter} × {weight}</source>
        <translation>채널 {filter} × {weight}</translation>
    </message>
    <message>
        <source>All other filters</source>
        <translation>나머지 모든 필터</translation>
    </message>
    <message>
        <source>Sum: CAM</source>
        <translation>합: CAM</translation>
    </message>
    <message>
        <source>Its map times its weight; it adds {value} on average to what the answer is made of</source>
        <translation>맵에 가중치를 곱한 것; 답을 만드는 값에 평균 {value}만큼 더합니다</translation>
    </message>
    <message>
        <source>{category}: {chance}</source>
        <translation>{category}: {chance}</translation>
    </message>
    <message>
        <source>Your network has no masks: the last stages show what a mask would have kept.</source>
        <translation>내 네트워크에는 마스크가 없습니다. 마지막 단계는 마스크가 있었다면 남겼을 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Sum: Grad-CAM</source>
        <translation>합: Grad-CAM</translation>
    </message>
    <message>
        <source>The maps of all other filters, times their weights, added up</source>
        <translation>나머지 필터의 맵에 가중치를 곱해 모두 더한 것</translation>
    </message>
    <message>
        <source>CAM has no parts: it adds up all maps of its filters, each times its weight for {category} (the first three are drawn {times:.0f} times brighter than the sum). Blue counts against {category}. Point at a cell to read its sum.</source>
        <translation>CAM에는 부위가 없습니다. 필터의 맵마다 {category}에 대한 가중치를 곱해 모두 더합니다(처음 셋은 합보다 {times:.0f}배 밝게 그렸습니다). 파란색은 {category}에 반대하는 곳입니다. 칸을 가리키면 더하는 식을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>부위 {number}</translation>
    </message>
    <message>
        <source>This is how the folder was understood. Check that it is what you mean.</source>
        <translation>폴더를 이렇게 읽었습니다. 뜻하신 것과 같은지 확인하세요.</translation>
    </message>
    <message>
        <source>How the folder was read</source>
        <translation>폴더를 읽은 방식</translation>
    </message>
    <message>
        <source>a copy of {name}</source>
        <translation>{name}의 사본</translation>
    </message>
    <message>
        <source>No reason is given.</source>
        <translation>이유가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>직접 제외한 사진</translation>
    </message>
    <message>
        <source>No training uses these pictures. Their files are where they were; left_out.csv names them.</source>
        <translation>이 사진들은 학습에 쓰이지 않습니다. 파일은 그대로 있으며, left_out.csv에 이름이 적혀 있습니다.</translation>
    </message>
    <message>
        <source>The same picture, or nearly, is in several categories. If these are copies, keep them in one of them.</source>
        <translation>같거나 거의 같은 사진이 여러 범주에 있습니다. 복사본이라면 한 범주에만 두세요.</translation>
    </message>
    <message>
        <source>In several categories</source>
        <translation>여러 범주에 있는 사진</translation>
    </message>
    <message>
        <source>These tables are not used, or not all of their rows. Nothing is trained with one that cannot be used.</source>
        <translation>이 표들은 쓰이지 않거나 일부 행만 쓰입니다. 쓸 수 없는 표가 있으면 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Tables of the folder</source>
        <translation>폴더의 표</translation>
    </message>
    <message>
        <source>These pictures belong to no category and are not used.</source>
        <translation>어느 범주에도 속하지 않아 쓰지 않는 사진입니다.</translation>
    </message>
    <message>
        <source>Pictures without a category</source>
        <translation>범주가 없는 사진</translation>
    </message>
    <message>
        <source>Other files and folders</source>
        <translation>다른 파일과 폴더</translation>
    </message>
    <message>
        <source>The same picture is there more than once. All copies stay on one side of the split.</source>
        <translation>같은 사진이 여러 번 있습니다. 사본은 모두 나눔의 한쪽에만 둡니다.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>사본</translation>
    </message>
    <message>
        <source>Pictures that are not used</source>
        <translation>쓰지 않는 사진</translation>
    </message>
    <message>
        <source>These pictures cannot be used, or would make the test unfair. The reason stands below each name.</source>
        <translation>쓸 수 없거나 시험을 불공정하게 만드는 사진입니다. 이유는 이름 아래에 있습니다.</translation>
    </message>
    <message>
        <source>These files and folders hold no picture that can be read. Nothing is done with them.</source>
        <translation>읽을 수 있는 사진이 없는 파일과 폴더입니다. 그대로 둡니다.</translation>
    </message>
    <message>
        <source>These pictures look almost the same. They stay on one side of the split, so that the test stays fair.</source>
        <translation>거의 같아 보이는 사진입니다. 시험이 공정하도록 나눔의 한쪽에만 둡니다.</translation>
    </message>
    <message>
        <source>Near copies</source>
        <translation>거의 같은 사진</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
    <message>
        <source>Tiny pictures</source>
        <translation>아주 작은 사진</translation>
    </message>
    <message>
        <source>It is a {format} picture.</source>
        <translation>{format} 사진입니다.</translation>
    </message>
    <message>
        <source>These pictures are used, but with fewer than {pixels} pixels on a side they show little of a part.</source>
        <translation>쓰기는 하지만, 한 변이 {pixels}픽셀보다 작아 부위가 거의 보이지 않습니다.</translation>
    </message>
    <message>
        <source>These pictures are used, but their names end as if they were of another kind. Other programs may fail.</source>
        <translation>쓰기는 하지만, 이름이 다른 종류처럼 끝나는 사진입니다. 다른 프로그램에서 열리지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>Wrong ending</source>
        <translation>잘못된 확장자</translation>
    </message>
    <message>
        <source>Small categories</source>
        <translation>작은 범주</translation>
    </message>
    <message>
        <source>There is nothing to tell the category from. Add a folder called _background with other pictures; without it, mixed-up pieces of your own pictures are used, and the accuracy says little.</source>
        <translation>이 범주를 구별할 대상이 없습니다. 다른 사진을 담은 _background 폴더를 더하세요. 없으면 내 사진의 조각을 섞어 쓰며, 정확도는 별 의미가 없습니다.</translation>
    </message>
    <message>
        <source>One category only</source>
        <translation>범주 하나뿐</translation>
    </message>
    <message>
        <source>It has 1 picture.</source>
        <translation>사진이 1장 있습니다.</translation>
    </message>
    <message>
        <source>It has {count:,} pictures.</source>
        <translation>사진이 {count:,}장 있습니다.</translation>
    </message>
    <message>
        <source>With fewer than {few} pictures, the numbers of a category are hardly more than chance.</source>
        <translation>사진이 {few}장보다 적으면 범주의 수치는 우연과 거의 다르지 않습니다.</translation>
    </message>
    <message>
        <source>These pictures have more than 8 bits. One range is taken from all of them, so that none is lighter or darker for its own values.</source>
        <translation>8비트가 넘는 사진입니다. 값에 따라 한 장만 더 밝거나 어두워지지 않도록 모든 사진에서 하나의 범위를 정했습니다.</translation>
    </message>
    <message>
        <source>Brightness of deep pictures</source>
        <translation>8비트가 넘는 사진의 밝기</translation>
    </message>
    <message>
        <source>looks like {others}</source>
        <translation>비슷한 사진: {others}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정한 것</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Which baseline</source>
        <translation>무엇이 기준인가</translation>
    </message>
    <message>
        <source>Better by</source>
        <translation>쌍둥이 대비</translation>
    </message>
    <message>
        <source>Do its filters keep to one place?</source>
        <translation>필터가 같은 곳을 짚는가?</translation>
    </message>
    <message>
        <source>Do they look at the category, not around it?</source>
        <translation>배경이 아니라 대상을 보는가?</translation>
    </message>
    <message>
        <source>Do they keep to one place between landmarks? (needs them)</source>
        <translation>기준점 사이에서 같은 곳을 짚는가? (기준점 필요)</translation>
    </message>
    <message>
        <source>Does it answer well?</source>
        <translation>잘 답하는가?</translation>
    </message>
    <message>
        <source>Does each filter hold a part?</source>
        <translation>필터마다 부위를 짚는가?</translation>
    </message>
    <message>
        <source>Does one filter find the marked box? (needs boxes)</source>
        <translation>필터 하나가 표시한 상자를 찾나요? (상자 필요)</translation>
    </message>
    <message>
        <source>Do the parts agree with the landmarks and the box? (needs them)</source>
        <translation>부위가 기준점과 상자에 맞는가? (기준점이나 상자가 필요합니다)</translation>
    </message>
    <message>
        <source>guessing</source>
        <translation>무작위 추측</translation>
    </message>
    <message>
        <source>the larger kind</source>
        <translation>더 많은 쪽</translation>
    </message>
    <message>
        <source>the usual answer</source>
        <translation>흔한 답</translation>
    </message>
    <message>
        <source>untrained filters</source>
        <translation>학습 안 된 필터</translation>
    </message>
    <message>
        <source>always the centre</source>
        <translation>늘 가운데</translation>
    </message>
    <message>
        <source>a fixed grid</source>
        <translation>고정 격자</translation>
    </message>
    <message>
        <source>random crops</source>
        <translation>무작위 조각</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-평균</translation>
    </message>
    <message>
        <source>Each yes or no (label accuracy)</source>
        <translation>예/아니요마다 (레이블 정확도)</translation>
    </message>
    <message>
        <source>Over all pictures and categories, how often &apos;is it this one?&apos; is answered rightly, as published. With many categories the right answer is mostly no, so judge by what always saying the usual answer gets.</source>
        <translation>모든 사진과 범주에서 &apos;이것인가?&apos;에 맞게 답한 비율, 논문 방식. 범주가 많으면 대개 &apos;아니요&apos;가 정답이므로 늘 흔한 답을 할 때의 값과 비교하세요.</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>균형 정확도</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Move the picture by 24 pixels: the share of peaks that move along with the content. Any such network follows a little, so judge by the gain over untrained filters. A filter with a constant offset passes this test; mirror and transplant are the ones that it fails.</source>
        <translation>사진을 24픽셀 옮겼을 때 내용을 따라 옮겨 간 최대 반응점의 비율입니다. 이런 네트워크는 모두 조금은 따라가므로, 학습하지 않은 필터보다 얼마나 나은지로 판단하세요. 늘 같은 거리만큼 벗어난 필터도 이 검사는 통과하며, 거울상과 이식에서 걸립니다.</translation>
    </message>
    <message>
        <source>The share of filters that pass every test: shift with slope, mirror, transplant, enlarged, grounding, on at least ten pictures. Only these filters are called parts. At 0, the filters find no parts, however high the equivariance is.</source>
        <translation>사진 열 장 이상에서 모든 검사(이동과 기울기, 거울상, 이식, 확대, 조각만으로 충분함)를 통과한 필터의 비율입니다. 이 필터만 부위라고 부릅니다. 0이면 등변성이 아무리 높아도 부위를 찾지 못한 것입니다.</translation>
    </message>
    <message>
        <source>How many pairs of filters swap places in the mirrored picture: a left and a right ear do, but also one detector with an offset to either side. Neither filter of a pair holds a part.</source>
        <translation>뒤집은 사진에서 자리를 바꾸는 필터 쌍의 수입니다. 왼쪽 귀와 오른쪽 귀도 그렇지만, 한 검출기가 양쪽으로 벗어난 경우도 그렇습니다. 쌍을 이룬 필터는 어느 쪽도 부위를 짚지 않습니다.</translation>
    </message>
    <message>
        <source>The same on all marked pictures, those of the training included, as the paper reports it.</source>
        <translation>논문처럼 학습 사진까지 포함해 표시한 모든 사진에서 잰 같은 값.</translation>
    </message>
    <message>
        <source>On all marked pictures, for each filter the category on which it is lowest: the paper&apos;s rule.</source>
        <translation>표시한 모든 사진에서 필터마다 값이 가장 낮은 범주로: 논문의 규칙.</translation>
    </message>
    <message>
        <source>On all marked pictures, for each filter the category with its highest peaks: the release&apos;s rule.</source>
        <translation>표시한 모든 사진에서 필터마다 최댓값이 가장 높은 범주로: 공개 코드의 규칙.</translation>
    </message>
    <message>
        <source>What a filter gets that always fires in the middle, on the pictures each network was judged by.</source>
        <translation>늘 가운데에서 반응하는 필터가 각 네트워크를 평가한 사진에서 얻는 값.</translation>
    </message>
    <message>
        <source>What a filter gets that fires anywhere, on the pictures each network was judged by.</source>
        <translation>아무 데서나 반응하는 필터가 각 네트워크를 평가한 사진에서 얻는 값.</translation>
    </message>
    <message>
        <source>The share of filters that keep to their place better than one that always fires in the middle.</source>
        <translation>늘 가운데에서 반응하는 필터보다 제자리를 잘 짚는 필터의 비율.</translation>
    </message>
    <message>
        <source>lowest of the categories</source>
        <translation>범주 중 가장 낮은 값</translation>
    </message>
    <message>
        <source>on its favourite category</source>
        <translation>가장 강한 범주에서</translation>
    </message>
    <message>
        <source>a random cell</source>
        <translation>아무 칸이나</translation>
    </message>
    <message>
        <source>In how many pictures the region where the filter fires fits the area of a part that the publishers drew, as in network dissection.</source>
        <translation>필터가 반응하는 영역이 데이터 발행자가 그린 부위의 영역과 맞는 사진이 얼마나 되는가(network dissection 방식).</translation>
    </message>
    <message>
        <source>The share of the object that lies inside the crop of at least one part: of its box, or of its landmarks where there is no box. Compare with as many crops at random places. 0 where no filter holds a part.</source>
        <translation>적어도 한 부위의 조각 안에 드는 물체의 비율입니다. 상자가 있으면 상자로, 없으면 기준점으로 셉니다. 무작위 위치의 같은 수의 조각과 비교해 보세요. 부위를 짚는 필터가 없으면 0입니다.</translation>
    </message>
    <message>
        <source>The share of all filters&apos; peaks that lie in the object&apos;s box. The middle of the picture often lies in it too: be impressed only above that baseline.</source>
        <translation>모든 필터의 최대 반응점 가운데 물체의 상자 안에 있는 비율입니다. 사진의 가운데도 상자 안에 있을 때가 많으므로, 그 기준값보다 높아야 의미가 있습니다.</translation>
    </message>
    <message>
        <source>Parts against landmarks (NMI)</source>
        <translation>부위와 기준점의 일치 (NMI)</translation>
    </message>
    <message>
        <source>Which of 8 parts is strongest at each landmark: how much the part tells about which landmark it is, 100 at most. It needs many landmarks: with two or three of them, conclude nothing. Parts are worth it only above a fixed grid and k-means. 0 where no filter holds a part.</source>
        <translation>기준점마다 8개 부위 가운데 가장 강하게 반응한 것을 찾아, 부위가 어느 기준점인지를 얼마나 알려 주는지 봅니다. 최대 100입니다. 기준점이 많아야 하며, 두세 개뿐이면 결론을 내리지 마세요. 고정 격자와 k-평균보다 높아야 의미가 있습니다. 부위를 짚는 필터가 없으면 0입니다.</translation>
    </message>
    <message>
        <source>Parts against landmarks (ARI)</source>
        <translation>부위와 기준점의 일치 (ARI)</translation>
    </message>
    <message>
        <source>The same question counted by pairs of landmarks, corrected for chance: 100 is perfect, 0 is chance. Conclude something only where there are many landmarks, and only above a fixed grid and k-means.</source>
        <translation>같은 것을 기준점 쌍으로 세어 우연을 바로잡은 값입니다. 100은 완벽, 0은 우연입니다. 기준점이 많고, 고정 격자와 k-평균보다 높을 때만 결론을 내리세요.</translation>
    </message>
    <message>
        <source>How many parts were compared: fewer than 8 where the filters hold fewer.</source>
        <translation>비교한 부위의 수입니다. 필터가 짚는 부위가 적으면 8보다 적습니다.</translation>
    </message>
    <message>
        <source>one cell</source>
        <translation>고정된 칸 하나</translation>
    </message>
    <message>
        <source>For each filter the lowest of its shares when the picture is moved, when it is mirrored and when the filter&apos;s place is pasted elsewhere; mean over the filters that ever fire. A filter at a constant offset fails one of the three, one that is bound to the frame all.</source>
        <translation>사진을 옮길 때, 뒤집을 때, 필터가 짚은 곳을 다른 데 붙일 때의 비율 가운데 필터마다 가장 낮은 값입니다. 한 번이라도 반응하는 필터의 평균입니다. 늘 같은 거리만큼 벗어난 필터는 셋 중 하나에서, 화면의 한 자리에 묶인 필터는 셋 모두에서 떨어집니다.</translation>
    </message>
    <message>
        <source>Moves along (equivariance)</source>
        <translation>함께 움직임 (등변성)</translation>
    </message>
    <message>
        <source>Enlarge a quarter of the picture: the share of peaks that stay on the content.</source>
        <translation>사진의 4분의 1을 확대했을 때 같은 내용에 머무는 최대 반응점의 비율입니다.</translation>
    </message>
    <message>
        <source>How far the peak moves when the content moves, in units of the content&apos;s move: 1 goes with the content, 0.5 goes half of the way, 0 stays in the frame. A filter that holds a part lies between 0.8 and 1.2.</source>
        <translation>내용이 움직일 때 최대 반응점이 얼마나 움직이는지를 내용이 움직인 거리로 나눈 값입니다. 1은 내용과 함께 가고, 0.5는 절반만 가고, 0은 제자리에 남습니다. 부위를 짚는 필터는 0.8과 1.2 사이입니다.</translation>
    </message>
    <message>
        <source>Flip the picture and shift it: the share of peaks that lie on the mirrored content. 0.7 is needed to hold a part. Below the twin or untrained filters, the filters keep a constant offset from what they look at.</source>
        <translation>사진을 뒤집고 옮겼을 때 뒤집힌 같은 내용 위에 있는 최대 반응점의 비율입니다. 부위를 짚으려면 0.7이 필요합니다. 쌍둥이나 학습하지 않은 필터보다 낮으면, 필터가 보는 것에서 늘 같은 거리만큼 벗어나 있는 것입니다.</translation>
    </message>
    <message>
        <source>Paste the crop around a peak at a random place of another picture: the share of peaks that go there. 0.6 is needed to hold a part. A low value: the filter needs the rest of the object around its place.</source>
        <translation>최대 반응점 둘레의 조각을 다른 사진의 무작위 위치에 붙였을 때 그곳으로 가는 최대 반응점의 비율입니다. 부위를 짚으려면 0.6이 필요합니다. 값이 낮으면 필터에 그 둘레의 물체가 더 필요한 것입니다.</translation>
    </message>
    <message>
        <source>Blur everything but the crop around the peak: how much of the filter&apos;s strength is left. 0.5 is needed to hold a part. A low value: the filter answers to more than what its crop shows. Measured on a few filters only.</source>
        <translation>최대 반응점 둘레의 조각만 남기고 모두 흐리게 했을 때 필터의 세기가 얼마나 남는지입니다. 부위를 짚으려면 0.5가 필요합니다. 값이 낮으면 필터가 조각에 보이는 것 말고도 다른 것에 반응하는 것입니다. 몇몇 필터에서만 쟀습니다.</translation>
    </message>
    <message>
        <source>Share of filters that hold a part</source>
        <translation>부위를 짚는 필터의 비율</translation>
    </message>
    <message>
        <source>The parts weighed by how many filters hold each: with 3 parts it is 3 if each is held by as many filters, and nearly 1 if almost all filters hold the same one. The number of parts stands under In short.</source>
        <translation>부위마다 짚는 필터 수로 가중한 값입니다. 부위가 3개일 때, 짚는 필터 수가 모두 같으면 3이고 거의 모든 필터가 같은 부위를 짚으면 1에 가깝습니다. 부위의 개수는 요약에 있습니다.</translation>
    </message>
    <message>
        <source>Take a picture of the filter&apos;s category and one of the background: how often is the filter&apos;s peak higher on the category? 1 is always; 0.5 is no better than tossing a coin. Mean over the filters.</source>
        <translation>필터의 범주 사진과 배경 사진을 하나씩 뽑을 때 최댓값이 범주에서 더 높은 비율입니다. 1은 언제나, 0.5는 동전 던지기와 같습니다. 필터 전체의 평균입니다.</translation>
    </message>
    <message>
        <source>Share of filters that are not</source>
        <translation>대상과 배경을 가리지 못하는 필터의 비율</translation>
    </message>
    <message>
        <source>The share of filters whose peak hardly tells their category from the background (AUC under 0.7).</source>
        <translation>최댓값으로 범주와 배경을 거의 가리지 못하는 필터의 비율입니다(AUC 0.7 미만).</translation>
    </message>
    <message>
        <source>Spread (location instability)</source>
        <translation>흩어짐 (위치 불안정도)</translation>
    </message>
    <message>
        <source>Spread, all pictures</source>
        <translation>흩어짐, 모든 사진</translation>
    </message>
    <message>
        <source>Share steadier than the centre</source>
        <translation>늘 가운데보다 안정된 필터의 비율</translation>
    </message>
    <message>
        <source>With the parts cut from all filters, whether they hold one or not.</source>
        <translation>부위를 짚든 아니든 모든 필터를 나눈 부위로 잰 값입니다.</translation>
    </message>
    <message>
        <source>What k-means of the trunk&apos;s cells gets without any training. Parts have to be better to be worth it.</source>
        <translation>학습 없이 백본의 칸을 k-평균으로 나누어 얻는 값입니다. 부위는 이보다 나아야 쓸모가 있습니다.</translation>
    </message>
    <message>
        <source>Object inside the crops (coverage)</source>
        <translation>조각 안에 든 물체 (포괄도)</translation>
    </message>
    <message>
        <source>Peaks in the box</source>
        <translation>상자 안의 최대 반응점</translation>
    </message>
    <message>
        <source>number of parts</source>
        <translation>부위 수</translation>
    </message>
    <message>
        <source>NMI without training</source>
        <translation>학습 없는 NMI</translation>
    </message>
    <message>
        <source>NMI of all filters</source>
        <translation>모든 필터의 NMI</translation>
    </message>
    <message>
        <source>ARI without training</source>
        <translation>학습 없는 ARI</translation>
    </message>
    <message>
        <source>ARI of all filters</source>
        <translation>모든 필터의 ARI</translation>
    </message>
    <message>
        <source>Error of predicted landmarks</source>
        <translation>예측한 기준점의 오차</translation>
    </message>
    <message>
        <source>Predict each landmark from where the parts lie: the mean error on test pictures, in hundredths of the box of the object. 0 is exact. The baseline knows no part and predicts the mean place of the landmark.</source>
        <translation>부위가 있는 곳으로 기준점을 예측합니다. 시험 사진의 평균 오차를 물체 상자의 백분의 일 단위로 나타냅니다. 0이면 정확합니다. 기준값은 부위를 모르고 기준점의 평균 위치로 예측한 값입니다.</translation>
    </message>
    <message>
        <source>Predicted from all filters, whether they hold a part or not.</source>
        <translation>부위를 짚든 아니든 모든 필터로 예측한 값입니다.</translation>
    </message>
    <message>
        <source>Predicted from k-means of the trunk&apos;s cells, without any training. Parts have to be better than this.</source>
        <translation>학습 없이 백본의 칸을 k-평균으로 나누어 예측한 값입니다. 부위는 이보다 나아야 합니다.</translation>
    </message>
    <message>
        <source>Right (balanced accuracy)</source>
        <translation>맞힌 비율 (균형 정확도)</translation>
    </message>
    <message>
        <source>How often the answer is right on the test pictures, each kind of picture counting as much as the others. The baseline is what guessing gets.</source>
        <translation>시험 사진에서 답이 맞는 비율입니다. 사진의 종류마다 같은 비중으로 셉니다. 기준값은 무작위로 추측했을 때의 값입니다.</translation>
    </message>
    <message>
        <source>Right (plain accuracy)</source>
        <translation>맞힌 비율, 단순 (정확도)</translation>
    </message>
    <message>
        <source>The share of test pictures answered rightly. The baseline always names the kind that has most pictures: an accuracy near it means little.</source>
        <translation>시험 사진 가운데 맞힌 비율입니다. 기준값은 늘 사진이 가장 많은 종류라고 답할 때의 값이므로, 정확도가 그 근처이면 의미가 적습니다.</translation>
    </message>
    <message>
        <source>Keeps to one place</source>
        <translation>같은 곳을 짚음</translation>
    </message>
    <message>
        <source>How far along (slope)</source>
        <translation>얼마나 함께 움직이는가 (기울기)</translation>
    </message>
    <message>
        <source>Mirrored place (mirror)</source>
        <translation>뒤집힌 자리에 있음 (거울상)</translation>
    </message>
    <message>
        <source>Pasted place (transplant)</source>
        <translation>붙인 조각을 따라감 (이식)</translation>
    </message>
    <message>
        <source>Crop alone (grounding)</source>
        <translation>조각만으로 충분함 (근거)</translation>
    </message>
    <message>
        <source>Evenness, not number, of parts</source>
        <translation>부위별 필터 수의 고른 정도 (부위 개수 아님)</translation>
    </message>
    <message>
        <source>Pairs that swap (mirror)</source>
        <translation>거울상에서 자리를 바꾸는 쌍</translation>
    </message>
    <message>
        <source>Stronger on it (AUC)</source>
        <translation>범주에서 더 강함 (AUC)</translation>
    </message>
    <message>
        <source>How much the distance between a filter&apos;s peak and the marked points varies from picture to picture: 0 is a filter that keeps to its place on the animal. On test pictures. A filter that always fires in the middle scores well too: be impressed only below that baseline.</source>
        <translation>필터의 최대 반응점과 표시한 점 사이의 거리가 사진마다 얼마나 달라지는지입니다. 0이면 동물의 같은 자리를 짚는 필터입니다. 시험 사진에서 쟀습니다. 늘 가운데에서 반응하는 필터도 값이 낮으므로 그 기준값보다 낮을 때만 의미가 있습니다.</translation>
    </message>
    <message>
        <source>regression without training</source>
        <translation>학습 없는 회귀</translation>
    </message>
    <message>
        <source>regression of all filters</source>
        <translation>모든 필터의 회귀</translation>
    </message>
    <message>
        <source>Fits a drawn part (interpretability)</source>
        <translation>그려 둔 부위와 맞음 (해석 가능도)</translation>
    </message>
    <message>
        <source>One landmark at a peak (consistency)</source>
        <translation>최대 반응점에 같은 기준점 (일관성)</translation>
    </message>
    <message>
        <source>Put a box of 72 pixels (of 224) at each peak: the share of pictures in which one and the same landmark lies in it. Mean over all filters. A box that is always in the middle is the baseline.</source>
        <translation>최대 반응점마다 72픽셀(224픽셀 기준) 상자를 놓고, 한 기준점이 그 안에 드는 사진의 비율을 봅니다. 모든 필터의 평균입니다. 늘 가운데에 있는 상자가 기준값입니다.</translation>
    </message>
    <message>
        <source>The share of filters whose box holds one landmark in at least 80 % of the pictures that show it.</source>
        <translation>한 기준점을 보이는 사진의 80% 이상에서 그 기준점이 상자에 드는 필터의 비율입니다.</translation>
    </message>
    <message>
        <source>The same with noise (stability)</source>
        <translation>잡음을 더해도 같음 (안정성)</translation>
    </message>
    <message>
        <source>Add noise to the picture: the share of pictures in which the box holds the same landmarks as before. 1 is a filter that noise does not move.</source>
        <translation>사진에 잡음을 더했을 때 상자에 드는 기준점이 그대로인 사진의 비율입니다. 1이면 잡음에 흔들리지 않는 필터입니다.</translation>
    </message>
    <message>
        <source>consistent filters</source>
        <translation>일관된 필터</translation>
    </message>
    <message>
        <source>Find the parts of</source>
        <translation>부위를 찾을 대상</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답하는 방식</translation>
    </message>
    <message>
        <source>Told from</source>
        <translation>비교할 사진</translation>
    </message>
    <message>
        <source>Pictures that do not show it.</source>
        <translation>찾을 대상이 없는 사진입니다.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>백본</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Its twin</source>
        <translation>쌍둥이</translation>
    </message>
    <message>
        <source>The name of the run</source>
        <translation>실행 기록의 이름</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>What it learned to recognise</source>
        <translation>알아보도록 학습한 것</translation>
    </message>
    <message>
        <source>How many object parts its filters found</source>
        <translation>필터가 찾은 부위의 수</translation>
    </message>
    <message>
        <source>How often it is right about test pictures; each category counts the same</source>
        <translation>시험 사진에서 맞힌 비율. 모든 범주를 똑같이 셉니다</translation>
    </message>
    <message>
        <source>When it was begun</source>
        <translation>시작한 때</translation>
    </message>
    <message>
        <source>The same of the ordinary network that learned from the same pictures; of your own, with random weights; of a converted one, the original</source>
        <translation>같은 사진으로 배운 일반 네트워크의 값. 내 네트워크라면 가중치가 무작위일 때의 값, 변환한 네트워크라면 원본의 값</translation>
    </message>
    <message>
        <source>The network whose first layers it uses</source>
        <translation>앞쪽 층을 가져온 네트워크</translation>
    </message>
    <message>
        <source>How its filters are led to parts</source>
        <translation>필터를 부위로 이끄는 방법</translation>
    </message>
    <message>
        <source>How well its filters follow a picture that is moved; 1 is best</source>
        <translation>사진을 옮겼을 때 필터가 따라가는 정도. 1이 가장 좋습니다</translation>
    </message>
    <message>
        <source>Instability</source>
        <translation>불안정도</translation>
    </message>
    <message>
        <source>How much its filters wander on the object; small is good. It needs marked parts.</source>
        <translation>필터가 물체 위에서 흔들리는 정도. 작을수록 좋습니다. 표시한 부위가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Its room on the disk</source>
        <translation>디스크에서 차지하는 크기</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>being trained</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>never finished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>not trained here</source>
        <translation>여기에서 학습하지 않음</translation>
    </message>
    <message>
        <source>converted</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>The ordinary CNN whose maps the filters read.</source>
        <translation>필터가 읽는 맵을 만드는 일반 CNN.</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>백본의 가중치</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often all training pictures are gone through.</source>
        <translation>학습 사진 전체를 몇 번 훑는가.</translation>
    </message>
    <message>
        <source>Masks and filter loss</source>
        <translation>마스크와 필터 손실</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>학습할 범위</translation>
    </message>
    <message>
        <source>How many filters look for parts.</source>
        <translation>부위를 찾을 필터의 수.</translation>
    </message>
    <message>
        <source>The network answers by</source>
        <translation>네트워크가 답하는 방식</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Widths of the layers between filters and answer. The paper&apos;s: 4096 4096.</source>
        <translation>필터와 답 사이 층의 너비. 논문: 4096 4096.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Pictures in one step. Fewer need less memory.</source>
        <translation>한 단계의 사진 수. 줄이면 메모리가 덜 듭니다.</translation>
    </message>
    <message>
        <source>Pieces of a batch</source>
        <translation>배치 분할 수</translation>
    </message>
    <message>
        <source>Only where every layer learns: more pieces need less memory and more time, and teach the same.</source>
        <translation>모든 층을 학습할 때만: 조각이 많으면 메모리는 덜 들고 시간은 더 걸리며, 배우는 것은 같습니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>The highest rate of the schedule.</source>
        <translation>일정에서 가장 높은 학습률.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>How strongly quick training draws all weights to zero: less is learned by heart.</source>
        <translation>빠른 학습에서 모든 가중치를 0으로 당기는 세기입니다. 클수록 사진을 외우는 일이 줄어듭니다.</translation>
    </message>
    <message>
        <source>At most so many pictures</source>
        <translation>사진 수의 한도</translation>
    </message>
    <message>
        <source>Of each category, and as many of the background.</source>
        <translation>범주마다 이 장수까지, 배경도 같은 장수만 씁니다.</translation>
    </message>
    <message>
        <source>Views of each picture</source>
        <translation>사진마다 만드는 변형 수</translation>
    </message>
    <message>
        <source>What quick training learns from. More views teach better and take more room on the disk.</source>
        <translation>빠른 학습에 쓰는 사진의 변형입니다. 변형이 많을수록 더 잘 배우고 디스크를 더 씁니다.</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>Precision of the backbone</source>
        <translation>백본의 정밀도</translation>
    </message>
    <message>
        <source>Mixed is faster on most GPUs. Masks and losses are always computed in single precision.</source>
        <translation>혼합 정밀도는 대부분의 GPU에서 더 빠릅니다. 마스크와 손실은 항상 단정밀도로 계산합니다.</translation>
    </message>
    <message>
        <source>Split of the pictures</source>
        <translation>사진 나누기</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed repeats the same training.</source>
        <translation>시드가 같으면 같은 학습을 되풀이합니다.</translation>
    </message>
    <message>
        <source>EfficientNet-Lite0 (small, quick)</source>
        <translation>EfficientNet-Lite0 (작고 빠름)</translation>
    </message>
    <message>
        <source>SqueezeNet 1.1 (small, older)</source>
        <translation>SqueezeNet 1.1 (작음, 이전 기본값)</translation>
    </message>
    <message>
        <source>Only as it is: 0.3 MB each</source>
        <translation>있는 그대로만: 사진마다 0.3 MB</translation>
    </message>
    <message>
        <source>The boxes that come with the folder</source>
        <translation>폴더에 있는 상자</translation>
    </message>
    <message>
        <source>Each box of a picture is read by itself; pictures without a box are read as a whole.</source>
        <translation>상자마다 따로 읽습니다. 상자가 없는 사진은 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>VGG-16 (large, slower)</source>
        <translation>VGG-16 (크고 느림)</translation>
    </message>
    <message>
        <source>Weight of the filter loss</source>
        <translation>필터 손실의 가중치</translation>
    </message>
    <message>
        <source>How hard each filter is pushed to one part. Short trainings find the gentlest that works.</source>
        <translation>각 필터를 한 부위로 얼마나 세게 이끄는지 정합니다. 짧은 학습을 해 보고 통하는 값 중 가장 약한 것을 고릅니다.</translation>
    </message>
    <message>
        <source>Read of each picture</source>
        <translation>사진에서 읽을 부분</translation>
    </message>
    <message>
        <source>For photographs in which the object is small or off-centre, let it be found first.</source>
        <translation>물체가 작거나 가운데에 있지 않은 사진이라면 먼저 물체를 찾게 하세요.</translation>
    </message>
    <message>
        <source>Name of the run (optional)</source>
        <translation>실행 이름 (선택 사항)</translation>
    </message>
    <message>
        <source>You will find it by this name.</source>
        <translation>이 이름으로 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>Partscope&apos;s recipe</source>
        <translation>Partscope의 방법</translation>
    </message>
    <message>
        <source>The paper&apos;s equation 1</source>
        <translation>논문의 식 1</translation>
    </message>
    <message>
        <source>The authors&apos; released code</source>
        <translation>저자들이 공개한 코드</translation>
    </message>
    <message>
        <source>Quick: the new layers</source>
        <translation>빠르게: 새 층만</translation>
    </message>
    <message>
        <source>Full: every layer</source>
        <translation>전체: 모든 층</translation>
    </message>
    <message>
        <source>A yes or no for each category</source>
        <translation>범주마다 예/아니요</translation>
    </message>
    <message>
        <source>One answer among all categories</source>
        <translation>모든 범주 중 하나</translation>
    </message>
    <message>
        <source>Also mirrored and moved: 0.7 MB each</source>
        <translation>좌우로 뒤집고 옮긴 것까지: 사진마다 0.7 MB</translation>
    </message>
    <message>
        <source>Mixed on GPUs made for it</source>
        <translation>지원하는 GPU에서는 혼합</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>단정밀도</translation>
    </message>
    <message>
        <source>Mixed with bfloat16</source>
        <translation>bfloat16 혼합</translation>
    </message>
    <message>
        <source>All its filters see, weighed at the end</source>
        <translation>필터가 본 것을 모두 종합해 답하기</translation>
    </message>
    <message>
        <source>Votes of its filters</source>
        <translation>필터들의 표</translation>
    </message>
    <message>
        <source>Hidden layers, as in the paper</source>
        <translation>논문과 같은 은닉층</translation>
    </message>
    <message>
        <source>Careful: copies stay together</source>
        <translation>엄격하게: 사본은 한쪽에</translation>
    </message>
    <message>
        <source>As in the authors&apos; code (leaks)</source>
        <translation>저자들의 코드처럼 (누출 있음)</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>사진 전체</translation>
    </message>
    <message>
        <source>The object, found in it</source>
        <translation>사진에서 찾은 물체</translation>
    </message>
    <message>
        <source>Bundled, learned on ImageNet</source>
        <translation>내장, ImageNet으로 학습함</translation>
    </message>
    <message>
        <source>torchvision&apos;s (downloads)</source>
        <translation>torchvision의 것 (내려받음)</translation>
    </message>
    <message>
        <source>None, from scratch</source>
        <translation>없음, 처음부터</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>빠르게 보기</translation>
    </message>
    <message>
        <source>A first answer, usually in minutes: only the new layers learn, over a small backbone.</source>
        <translation>보통 몇 분이면 첫 결과가 나옵니다. 작은 백본은 그대로 두고 새 층만 학습합니다.</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>꼼꼼하게</translation>
    </message>
    <message>
        <source>Twice the filters, three times the epochs: looks for more parts and takes several times as long.</source>
        <translation>필터 두 배, 에포크 세 배: 부위를 더 찾으며 시간은 몇 배 더 걸립니다.</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>논문처럼</translation>
    </message>
    <message>
        <source>A large network (VGG-16) learns in every layer. Needs a background and a GPU, and takes hours.</source>
        <translation>큰 네트워크(VGG-16)의 모든 층이 학습합니다. 배경과 GPU가 필요하고 몇 시간이 걸립니다.</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>내 설정</translation>
    </message>
    <message>
        <source>Settings that you have changed. Choose a preset to go back to it.</source>
        <translation>바꾼 설정입니다. 프리셋을 고르면 그것으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>This network&apos;s weights come as a MatConvNet file (imagenet-….mat): choose it by A file…</source>
        <translation>이 네트워크의 가중치는 MatConvNet 파일(imagenet-….mat)로 나옵니다. &apos;파일…&apos;로 고르세요.</translation>
    </message>
    <message>
        <source>Comes with the program; needs no network.</source>
        <translation>프로그램에 들어 있어 인터넷이 필요 없습니다.</translation>
    </message>
    <message>
        <source>Learned on ImageNet; fetched once from the network.</source>
        <translation>ImageNet으로 학습함; 인터넷에서 한 번 받습니다.</translation>
    </message>
    <message>
        <source>The backbone knows nothing: quick training will find little on its maps.</source>
        <translation>백본이 아무것도 모르므로 빠른 학습으로는 찾는 것이 적습니다.</translation>
    </message>
    <message>
        <source>A mask at each filter&apos;s peak and a steady filter loss.</source>
        <translation>필터마다 최대 반응점에 마스크를 두고, 필터 손실의 세기를 일정하게 유지합니다.</translation>
    </message>
    <message>
        <source>A mask at each filter&apos;s peak and the loss as printed, nothing added.</source>
        <translation>필터의 최대 반응점에 마스크와 논문에 적힌 손실만, 더한 것 없음.</translation>
    </message>
    <message>
        <source>Masks around the centre of mass, on two layers, as wide as each filter needs.</source>
        <translation>무게중심 둘레에 두 층의 마스크, 너비는 필터가 필요한 만큼.</translation>
    </message>
    <message>
        <source>The backbone stays as it is, its maps are computed once. Minutes on two cores.</source>
        <translation>백본은 그대로 두고 맵을 한 번만 계산합니다. 코어 두 개로 몇 분.</translation>
    </message>
    <message>
        <source>As in the paper: the backbone learns too. Hours without a GPU; needs a background.</source>
        <translation>논문처럼 백본도 학습합니다. GPU가 없으면 몇 시간; 배경이 필요합니다.</translation>
    </message>
    <message>
        <source>Partscope&apos;s recipe only: masks teach the filters their parts; the finished answer reads whole maps.</source>
        <translation>Partscope 방식에서만: 마스크로 필터가 부위를 학습하게 하고, 완성된 답은 맵 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>Partscope&apos;s recipe only: each filter adds its weight times what its mask leaves.</source>
        <translation>Partscope 방식에서만: 각 필터가 마스크에 남은 값에 자신의 가중치를 곱해 더합니다.</translation>
    </message>
    <message>
        <source>What the masked maps mean is worked out by layers, which also see where it lies.</source>
        <translation>마스크를 거친 맵의 뜻을 은닉층이 알아내며, 위치도 함께 봅니다.</translation>
    </message>
    <message>
        <source>Each category is judged by itself; a picture may show none.</source>
        <translation>범주마다 따로 판단합니다. 아무 범주도 없는 사진이 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The probabilities of all categories add up to one.</source>
        <translation>모든 범주의 확률을 더하면 1입니다.</translation>
    </message>
    <message>
        <source>Finds the region where the category shows, and enlarges it. Reading takes three to five times as long.</source>
        <translation>범주가 보이는 영역을 찾아 확대해서 읽습니다. 읽는 시간이 세 배에서 다섯 배 걸립니다.</translation>
    </message>
    <message>
        <source>Objects of one photograph and copies never straddle training and test.</source>
        <translation>한 사진의 물체와 사본은 학습과 시험에 나뉘어 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>Only to compare with published figures: the test is easier than it should be.</source>
        <translation>발표된 수치와 비교할 때만: 시험이 실제보다 쉽습니다.</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>설정 더 보기</translation>
    </message>
    <message>
        <source>Tick two categories or more, or choose one from the list.</source>
        <translation>범주를 둘 이상 고르거나 목록에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Negatives are made by shuffling the category&apos;s own pictures: accuracy will not measure recognition.</source>
        <translation>같은 사진을 조각내어 뒤섞어 비교할 사진으로 씁니다. 이 정확도로는 얼마나 잘 알아보는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The folder&apos;s _background</source>
        <translation>폴더의 _background</translation>
    </message>
    <message>
        <source>Each other alone</source>
        <translation>서로끼리만</translation>
    </message>
    <message>
        <source>All other categories</source>
        <translation>다른 모든 범주</translation>
    </message>
    <message>
        <source>Its own pictures, shuffled</source>
        <translation>같은 사진을 조각내어 뒤섞은 것</translation>
    </message>
    <message>
        <source>A folder elsewhere…</source>
        <translation>다른 곳의 폴더…</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>{title} · about {time}</source>
        <translation>{title} · 약 {time}</translation>
    </message>
    <message>
        <source>Fixed at</source>
        <translation>고정값</translation>
    </message>
    <message>
        <source>Found by short trainings</source>
        <translation>짧은 학습으로 찾기</translation>
    </message>
    <message>
        <source>As usual for the training</source>
        <translation>학습에서 쓰는 대로</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>가장 빠른 장치</translation>
    </message>
    <message>
        <source>As there is room</source>
        <translation>디스크가 허용하는 만큼</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>As the category</source>
        <translation>범주와 같게</translation>
    </message>
    <message>
        <source>As the folder</source>
        <translation>폴더와 같게</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>학습 대상</translation>
    </message>
    <message>
        <source>Networks compared</source>
        <translation>비교할 네트워크</translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation>백본</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Each is another split, other first weights, another order.</source>
        <translation>시드마다 나눔, 첫 가중치, 순서가 다릅니다.</translation>
    </message>
    <message>
        <source>An experiment of that name goes on where it stopped, with the same settings.</source>
        <translation>같은 이름의 실험은 같은 설정으로 멈춘 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>백본</translation>
    </message>
    <message>
        <source>Tick at least one {what}.</source>
        <translation>{what}: 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>Tick &apos;each category by itself&apos;, or &apos;all together&apos; and two categories or more.</source>
        <translation>&apos;범주마다 따로&apos;를 고르거나, &apos;모두 함께&apos;와 범주 둘 이상을 고르세요.</translation>
    </message>
    <message>
        <source>As usual for the folder</source>
        <translation>폴더에서 쓰는 대로</translation>
    </message>
    <message>
        <source>Each category by itself</source>
        <translation>범주마다 따로</translation>
    </message>
    <message>
        <source>All together, yes or no for each</source>
        <translation>모두 함께, 범주마다 예/아니요</translation>
    </message>
    <message>
        <source>All together, one answer</source>
        <translation>모두 함께, 답 하나</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Paper (eq. 1)</source>
        <translation>논문 (식 1)</translation>
    </message>
    <message>
        <source>Released code</source>
        <translation>공개 코드</translation>
    </message>
    <message>
        <source>Partscope</source>
        <translation>Partscope</translation>
    </message>
    <message>
        <source>CAM network</source>
        <translation>CAM 네트워크</translation>
    </message>
    <message>
        <source>k-means, no training</source>
        <translation>k-평균, 학습 없음</translation>
    </message>
    <message>
        <source>NMF, no training</source>
        <translation>NMF, 학습 없음</translation>
    </message>
    <message>
        <source>Without learning</source>
        <translation>학습 없이</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>시드 1개</translation>
    </message>
    <message>
        <source>{count} seeds</source>
        <translation>시드 {count}개</translation>
    </message>
    <message>
        <source>no learned weights</source>
        <translation>학습한 가중치 없음</translation>
    </message>
    <message>
        <source>More is better.</source>
        <translation>클수록 좋습니다.</translation>
    </message>
    <message>
        <source>Less is better.</source>
        <translation>작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>No interval: it takes several seeds.</source>
        <translation>신뢰 구간 없음: 시드가 여럿 필요합니다.</translation>
    </message>
    <message>
        <source>Against the ordinary network: {mean}, 95 % interval {interval}: {verdict}.</source>
        <translation>일반 네트워크 대비: {mean}, 95% 신뢰 구간 {interval}: {verdict}.</translation>
    </message>
    <message>
        <source>a difference</source>
        <translation>차이가 있음</translation>
    </message>
    <message>
        <source>no difference can be claimed</source>
        <translation>차이가 있다고 할 수 없음</translation>
    </message>
    <message>
        <source>background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
    <message>
        <source>part {number} (1 filter)</source>
        <translation>부위 {number} (필터 1개)</translation>
    </message>
    <message>
        <source>part {number} ({count} filters)</source>
        <translation>부위 {number} (필터 {count}개)</translation>
    </message>
    <message>
        <source>all masks</source>
        <translation>모든 마스크</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>변화 없음</translation>
    </message>
    <message>
        <source>{change:+.1f} points</source>
        <translation>{change:+.1f}%p</translation>
    </message>
    <message>
        <source>This picture: {category} {before} → {after}. The sum that is the answer changes by {change}.</source>
        <translation>이 사진: {category} {before} → {after}. 답이 되는 합계가 {change}만큼 바뀝니다.</translation>
    </message>
    <message>
        <source>With {what} off, on {count} test pictures: balanced accuracy {before} → {after} ({change}).</source>
        <translation>끈 것: {what}. 시험 사진 {count}장에서 균형 정확도 {before} → {after} ({change}).</translation>
    </message>
    <message>
        <source>With {what} off, on {count} test pictures: {before} → {after} answered rightly ({change}).</source>
        <translation>끈 것: {what}. 시험 사진 {count}장에서 맞힌 비율 {before} → {after} ({change}).</translation>
    </message>
    <message>
        <source>The network was not trained for answering without masks.</source>
        <translation>이 네트워크는 마스크 없이 답하도록 학습하지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} more change by at most {change:.1f} points.</source>
        <translation>그 밖의 {count}개는 변화가 {change:.1f}%p 이하입니다.</translation>
    </message>
    <message>
        <source>A picture with {part} lit up</source>
        <translation>{part}을(를) 밝게 표시한 사진</translation>
    </message>
    <message>
        <source>not a part of {category} ({reason})</source>
        <translation>{category}의 부위가 아님({reason})</translation>
    </message>
    <message>
        <source>seen in {seen} of {pictures} test pictures of {category}; filters {filters}</source>
        <translation>{category} 시험 사진 {pictures}장 중 {seen}장에서 보임; 필터 {filters}</translation>
    </message>
    <message>
        <source>Curves: share of right answers against the share of pictures that are answered</source>
        <translation>곡선: 답하는 사진의 비율에 따른 맞힌 비율</translation>
    </message>
    <message>
        <source>{part}, find {number}</source>
        <translation>{part}, 찾은 것 {number}</translation>
    </message>
    <message>
        <source>The picture {name}</source>
        <translation>사진 {name}</translation>
    </message>
    <message>
        <source>The picture is gone.</source>
        <translation>사진이 없어졌습니다.</translation>
    </message>
    <message>
        <source>What the network looks at: {category}</source>
        <translation>네트워크가 보는 것: {category}</translation>
    </message>
    <message>
        <source>What was trained</source>
        <translation>무엇을 학습했나</translation>
    </message>
    <message>
        <source>What it looks at</source>
        <translation>무엇을 보는가</translation>
    </message>
    <message>
        <source>How often it is right</source>
        <translation>얼마나 자주 맞히나</translation>
    </message>
    <message>
        <source>Where it is wrong</source>
        <translation>틀린 사진</translation>
    </message>
    <message>
        <source>What this report cannot tell</source>
        <translation>이 보고서로 알 수 없는 것</translation>
    </message>
    <message>
        <source>{name} ({category})</source>
        <translation>{name} ({category})</translation>
    </message>
    <message>
        <source>{first} and {count} others</source>
        <translation>{first} 외 {count}가지</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first}, {last}</translation>
    </message>
    <message>
        <source>the other pictures</source>
        <translation>나머지 사진</translation>
    </message>
    <message>
        <source>its own pictures with their pieces mixed up</source>
        <translation>같은 사진을 조각내어 뒤섞은 것</translation>
    </message>
    <message>
        <source>the pictures in “{folder}”</source>
        <translation>“{folder}” 폴더의 사진</translation>
    </message>
    <message>
        <source>A report on one training</source>
        <translation>한 번의 학습에 대한 보고서</translation>
    </message>
    <message>
        <source>A report on one training of {date}</source>
        <translation>{date} 학습에 대한 보고서</translation>
    </message>
    <message>
        <source>A network that had already learned to see on other pictures ({backbone}) was taught</source>
        <translation>다른 사진으로 보는 법을 이미 배운 네트워크({backbone})에</translation>
    </message>
    <message>
        <source>A new network ({backbone}) was taught</source>
        <translation>새 네트워크({backbone})에</translation>
    </message>
    <message>
        <source>{start} to tell {categories} from each other, with {count} pictures.</source>
        <translation>{start} 사진 {count}장으로 {categories}의 구별을 가르쳤습니다.</translation>
    </message>
    <message>
        <source>{start} to tell {categories} from {others}, with {count} pictures.</source>
        <translation>{start} 사진 {count}장으로 {categories} 범주를 {others}에서 구별하도록 가르쳤습니다.</translation>
    </message>
    <message>
        <source>Without it, 1 more of {tested} answers is wrong.</source>
        <translation>이 부위를 빼면 {tested}장 중 1장을 더 틀립니다.</translation>
    </message>
    <message>
        <source>Without it, {count} more of {tested} answers are wrong.</source>
        <translation>이 부위를 빼면 {tested}장 중 {count}장을 더 틀립니다.</translation>
    </message>
    <message>
        <source>How many pictures of the category it recognises. There were no other pictures, so nothing is known of how often it takes something else for it.</source>
        <translation>이 범주의 사진을 얼마나 알아보는가입니다. 다른 사진이 없었으므로, 다른 것을 이 범주로 착각하는 일이 얼마나 잦은지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>Guessing</source>
        <translation>무작위 추측</translation>
    </message>
    <message>
        <source>right on {share} of the test pictures</source>
        <translation>시험 사진의 {share}를 맞힘</translation>
    </message>
    <message>
        <source>recognition not tested</source>
        <translation>알아보는지 시험 안 함</translation>
    </message>
    <message>
        <source>too few test pictures to tell how often it is right ({count})</source>
        <translation>시험 사진이 너무 적어 얼마나 맞히는지 알 수 없음({count}장)</translation>
    </message>
    <message>
        <source>{parts}, {right}</source>
        <translation>{parts}, {right}</translation>
    </message>
    <message>
        <source>How often its filters keep to one place of the object is not known: an earlier version trained it.</source>
        <translation>이전 버전에서 학습한 것이라 필터가 물체의 같은 곳을 얼마나 짚는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Too few test pictures to tell how often its filters keep to one place of the object ({count}).</source>
        <translation>시험 사진이 너무 적어({count}장) 필터가 물체의 같은 곳을 얼마나 짚는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object {own} times in 100, the original&apos;s {original}.</source>
        <translation>사진을 옮기거나 뒤집어도 100번 중 {own}번은 필터가 물체의 같은 곳을 짚습니다. 원본의 필터는 {original}번입니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object only {own} times in 100, the original&apos;s {original}: nothing is gained.</source>
        <translation>사진을 옮기거나 뒤집었을 때 필터가 물체의 같은 곳을 짚은 것은 100번 중 {own}번뿐이고, 원본의 필터는 {original}번입니다. 얻은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object {own} times in 100, the original&apos;s {original}: no clear difference.</source>
        <translation>사진을 옮기거나 뒤집어도 100번 중 {own}번은 필터가 물체의 같은 곳을 짚습니다. 원본의 필터는 {original}번으로, 뚜렷한 차이가 없습니다.</translation>
    </message>
    <message>
        <source>Too few test pictures to tell whether it is right as often as the original ({count}).</source>
        <translation>시험 사진이 너무 적어({count}장) 원본만큼 맞히는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is right less often ({own}, the original {original}): accuracy is lost.</source>
        <translation>맞히는 비율은 더 낮습니다({own}, 원본 {original}). 정확도를 잃었습니다.</translation>
    </message>
    <message>
        <source>It is right more often ({own}, the original {original}).</source>
        <translation>맞히는 비율은 더 높습니다({own}, 원본 {original}).</translation>
    </message>
    <message>
        <source>It is right as often ({own}, the original {original}: no clear difference).</source>
        <translation>맞히는 비율은 비슷합니다({own}, 원본 {original}: 뚜렷한 차이 없음).</translation>
    </message>
    <message>
        <source>The original is your network as it was before the conversion, on the same pictures.</source>
        <translation>원본은 변환하기 전의 내 네트워크이며, 같은 사진으로 쟀습니다.</translation>
    </message>
    <message>
        <source>Measured on {count} test pictures, which the conversion has not seen. Whether your network was trained on any of them before is not known here.</source>
        <translation>변환에 쓰지 않은 시험 사진 {count}장에서 쟀습니다. 그 전에 네트워크가 이 사진들로 학습했는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object {own} times in 100, its ordinary twin&apos;s {twin}.</source>
        <translation>사진을 옮기거나 뒤집어도 100번 중 {own}번은 필터가 물체의 같은 곳을 짚습니다. 쌍둥이 네트워크(일반 네트워크)의 필터는 {twin}번입니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object only {own} times in 100, its ordinary twin&apos;s {twin}: nothing is gained.</source>
        <translation>사진을 옮기거나 뒤집었을 때 필터가 물체의 같은 곳을 짚은 것은 100번 중 {own}번뿐이고, 쌍둥이 네트워크(일반 네트워크)의 필터는 {twin}번입니다. 얻은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object {own} times in 100, its ordinary twin&apos;s {twin}: no clear difference.</source>
        <translation>사진을 옮기거나 뒤집어도 100번 중 {own}번은 필터가 물체의 같은 곳을 짚습니다. 쌍둥이 네트워크(일반 네트워크)의 필터는 {twin}번으로, 뚜렷한 차이가 없습니다.</translation>
    </message>
    <message>
        <source>How well it recognises {category} was not tested: there were no other pictures, so it learned to tell {category} from the same pictures shuffled.</source>
        <translation>{category} 사진만 있어 같은 사진을 뒤섞은 것과 구별하도록 학습했으므로, {category} 사진을 얼마나 잘 알아보는지는 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>Too few test pictures to tell whether its filters hold a part ({count}).</source>
        <translation>시험 사진이 너무 적어({count}장) 필터가 부위를 짚는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{holding} of the {count} filters looked at hold a part; with random weights {random} do.</source>
        <translation>살펴본 필터 {count}개 중 {holding}개가 부위를 짚습니다. 가중치가 무작위일 때는 {random}개입니다.</translation>
    </message>
    <message>
        <source>1 of the {count} filters looked at holds a part; with random weights {random} do.</source>
        <translation>살펴본 필터 {count}개 중 1개가 부위를 짚습니다. 가중치가 무작위일 때는 {random}개입니다.</translation>
    </message>
    <message>
        <source>How well it recognises {category} was not tested: there were no other pictures.</source>
        <translation>다른 사진이 없어서 {category}을(를) 얼마나 잘 알아보는지는 시험하지 못했습니다.</translation>
    </message>
    <message>
        <source>How often it is right is not known: no test pictures were kept aside.</source>
        <translation>시험 사진을 따로 두지 않아 얼마나 맞히는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>How often it is right is not known: the answers of this run cannot be read.</source>
        <translation>이 실행 기록의 답을 읽을 수 없어 얼마나 맞히는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Too few test pictures to tell how often it is right ({count}).</source>
        <translation>시험 사진이 너무 적어({count}장) 얼마나 맞히는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is right on {own} of the test pictures ({low} to {high}), each kind counted alike.</source>
        <translation>시험 사진의 {own}를 맞힙니다({low}~{high}, 종류마다 같은 비중).</translation>
    </message>
    <message>
        <source>That is not clearly better than guessing ({guess}).</source>
        <translation>찍는 것({guess})보다 분명히 낫다고 할 수 없습니다.</translation>
    </message>
    <message>
        <source>All of them hold the same part.</source>
        <translation>모두 같은 부위를 짚습니다.</translation>
    </message>
    <message>
        <source>They hold {parts} different parts.</source>
        <translation>서로 다른 부위 {parts}개를 짚습니다.</translation>
    </message>
    <message>
        <source>Random weights: the same network before any training. What it reaches comes from the architecture alone.</source>
        <translation>무작위 가중치: 학습하기 전의 같은 네트워크입니다. 이때 나오는 값은 구조만으로 나온 것입니다.</translation>
    </message>
    <message>
        <source>Its filters keep to one place of the object {own} times in 100, with random weights {random}. Each filter counts by the hardest of three tests for it: the picture is moved, it is mirrored, or the filter&apos;s place is pasted into another picture.</source>
        <translation>필터가 물체의 한곳에 머무는 것은 100번 중 {own}번, 가중치가 무작위이면 {random}번입니다. 필터마다 세 검사 가운데 가장 어려운 것으로 셉니다: 사진을 옮기기, 뒤집기, 필터가 본 곳을 다른 사진에 붙이기.</translation>
    </message>
    <message>
        <source>Measured on {count} test pictures, by which no filter was chosen. Whether your network was trained on any of them is not known here.</source>
        <translation>필터를 고르는 데 쓰지 않은 시험 사진 {count}장에서 쟀습니다. 네트워크가 이 사진들로 학습했는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Too few test pictures to tell whether it is right as often as its twin ({count}).</source>
        <translation>시험 사진이 너무 적어({count}장) 쌍둥이만큼 맞히는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is right less often ({own}, its twin {twin}): accuracy is lost.</source>
        <translation>맞히는 비율은 더 낮습니다({own}, 쌍둥이 {twin}). 정확도를 잃었습니다.</translation>
    </message>
    <message>
        <source>It is right more often ({own}, its twin {twin}).</source>
        <translation>맞히는 비율은 더 높습니다({own}, 쌍둥이 {twin}).</translation>
    </message>
    <message>
        <source>It is right as often ({own}, its twin {twin}: no clear difference).</source>
        <translation>맞히는 비율은 비슷합니다({own}, 쌍둥이 {twin}: 뚜렷한 차이 없음).</translation>
    </message>
    <message>
        <source>{price} That is not clearly better than guessing ({guess}).</source>
        <translation>{price} 무작위 추측({guess})보다 뚜렷하게 낫지는 않습니다.</translation>
    </message>
    <message>
        <source>Whether its filters hold a part was not tested: an earlier version trained it.</source>
        <translation>이전 버전에서 학습한 것이라 필터가 부위를 짚는지 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>{holds} of its {count} filters hold a part: {parts} different parts.</source>
        <translation>필터 {count}개 가운데 {holds}개가 부위를 짚습니다. 서로 다른 부위는 {parts}개입니다.</translation>
    </message>
    <message>
        <source>1 of its {count} filters holds a part.</source>
        <translation>필터 {count}개 가운데 1개가 부위를 짚습니다.</translation>
    </message>
    <message>
        <source>{holds} of its {count} filters hold a part, all of them the same one.</source>
        <translation>필터 {count}개 가운데 {holds}개가 부위를 짚으며, 모두 같은 부위입니다.</translation>
    </message>
    <message>
        <source>Few parts do not mean many mistakes: it is right on {share} of the test pictures.</source>
        <translation>부위가 적다고 많이 틀리는 것은 아닙니다. 시험 사진의 {share}를 맞힙니다.</translation>
    </message>
    <message>
        <source>Its other filters learned too, but did not pass the tests of holding a part.</source>
        <translation>나머지 필터도 학습했지만 부위 검사를 통과하지 못해 부위로 세지 않았습니다.</translation>
    </message>
    <message>
        <source>Of each picture the region was read in which the object was found: it was found in {found} of {count} test pictures that show one, elsewhere the most likely region was read.</source>
        <translation>사진마다 물체를 찾은 영역을 읽었습니다. 물체가 있는 시험 사진 {count}장 중 {found}장에서 찾았고, 나머지는 가장 가능성이 높은 영역을 읽었습니다.</translation>
    </message>
    <message>
        <source>Of each picture the marked box was read: {found} of {count} test pictures that show an object had one.</source>
        <translation>사진마다 표시된 상자를 읽었습니다. 물체가 있는 시험 사진 {count}장 중 {found}장에 상자가 있었습니다.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>저장한 묶음</translation>
    </message>
    <message>
        <source>Found: right less often, beyond luck</source>
        <translation>찾은 묶음: 우연으로 보기 어려울 만큼 덜 맞힘</translation>
    </message>
    <message>
        <source>Looked at: not beyond luck</source>
        <translation>살펴본 묶음: 우연일 수 있음</translation>
    </message>
    <message>
        <source>{share} of {count} right, of the rest {rest}</source>
        <translation>{count}장 중 {share} 맞힘, 나머지는 {rest}</translation>
    </message>
    <message>
        <source>{right} of {count} right</source>
        <translation>{count}장 중 {right}장 맞힘</translation>
    </message>
    <message>
        <source>The other pictures of the same categories and sides, weighed as the slice is, with 95 % intervals</source>
        <translation>범주와 나눔의 쪽이 같은 다른 사진. 이 묶음과 같은 비중으로 세며, 괄호 안은 95% 구간입니다</translation>
    </message>
    <message>
        <source>In the slice</source>
        <translation>이 묶음에서</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>나머지</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>In points, with its 95 % interval</source>
        <translation>단위는 %p, 괄호 안은 95% 구간</translation>
    </message>
    <message>
        <source>{network}, in the slice</source>
        <translation>{network}, 이 묶음에서</translation>
    </message>
    <message>
        <source>If it fails on the same pictures, they are hard</source>
        <translation>같은 사진에서 이것도 틀린다면 어려운 사진입니다</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} ~ {high})</translation>
    </message>
    <message>
        <source>{count} pictures held out, {wrong} answered wrong (framed); {train} trained on</source>
        <translation>학습에 쓰지 않은 사진 {count}장, 그중 틀린 사진 {wrong}장(테두리 있음). 학습에 쓴 사진 {train}장</translation>
    </message>
    <message>
        <source>{count} pictures kept aside, {wrong} answered wrong (framed); {train} by which filters were chosen</source>
        <translation>남겨 둔 사진 {count}장, 그중 틀린 사진 {wrong}장(테두리 있음). 필터를 고르는 데 쓴 사진 {train}장</translation>
    </message>
    <message>
        <source>1 picture kept aside, {wrong} answered wrong (framed); {train} by which filters were chosen</source>
        <translation>남겨 둔 사진 1장, 그중 틀린 사진 {wrong}장(테두리 있음). 필터를 고르는 데 쓴 사진 {train}장</translation>
    </message>
    <message>
        <source>1 picture held out, {wrong} answered wrong (framed); {train} trained on</source>
        <translation>학습에 쓰지 않은 사진 1장, 그중 틀린 사진 {wrong}장(테두리 있음). 학습에 쓴 사진 {train}장</translation>
    </message>
    <message>
        <source>answered right</source>
        <translation>맞힘</translation>
    </message>
    <message>
        <source>answered wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Category {name}</source>
        <translation>범주 {name}</translation>
    </message>
    <message>
        <source>Answered wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>학습에 쓰지 않음</translation>
    </message>
    <message>
        <source>Held out: test</source>
        <translation>학습에 쓰지 않음: 시험</translation>
    </message>
    <message>
        <source>Held out: chose the epoch</source>
        <translation>학습에 쓰지 않음: 에포크 고르기</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습에 씀</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>absent: the network does not see it, but the picture may show it</source>
        <translation>없음(absent): 네트워크가 보지 못함. 그래도 사진에는 있을 수 있습니다</translation>
    </message>
    <message>
        <source>present</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>present: clear (other pages say “seen”) or weak</source>
        <translation>있음(present): 뚜렷하거나(다른 페이지의 ‘보임’) 약함</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>weak: neither clear (other pages say “seen”) nor absent</source>
        <translation>약함(weak): 뚜렷하지도(다른 페이지의 ‘보임’) 없지도 않음</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>다른 곳</translation>
    </message>
    <message>
        <source>elsewhere: clear (“seen”), but far from its usual place</source>
        <translation>다른 곳(elsewhere): 뚜렷하지만(‘보임’) 평소 자리에서 멂</translation>
    </message>
    <message>
        <source>doubled</source>
        <translation>두 곳</translation>
    </message>
    <message>
        <source>doubled: clear (“seen”), and once more far from there</source>
        <translation>두 곳(doubled): 뚜렷하고(‘보임’), 거기서 먼 곳에 또 있음</translation>
    </message>
    <message>
        <source>No filter holds a part: there were too few test pictures to tell.</source>
        <translation>시험 사진이 너무 적어 어느 필터도 부위를 짚는다고 할 수 없습니다.</translation>
    </message>
    <message>
        <source>No filter holds a part: each fails at least one test.</source>
        <translation>부위를 짚는 필터가 없습니다. 필터마다 검사를 하나 이상 통과하지 못했습니다.</translation>
    </message>
    <message>
        <source>Parts not tested</source>
        <translation>부위 검사 안 함</translation>
    </message>
    <message>
        <source>No parts</source>
        <translation>부위 없음</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>부위 1개</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>부위 {count}개</translation>
    </message>
    <message>
        <source>The ordinary twin is the same network, trained on the same pictures but not to find parts.</source>
        <translation>쌍둥이 네트워크(일반 네트워크)는 구조가 같고 같은 사진으로 학습했지만, 부위를 찾도록 학습하지는 않았습니다.</translation>
    </message>
    <message>
        <source>Each filter counts by the hardest of three tests for it: the picture is moved, it is mirrored, or the filter&apos;s place is pasted into another picture.</source>
        <translation>필터마다 세 검사(사진 옮기기, 뒤집기, 필터가 짚은 곳을 다른 사진에 붙이기) 가운데 가장 낮은 점수를 씁니다.</translation>
    </message>
    <message>
        <source>Filters that never learned keep to one place {untrained} times in 100.</source>
        <translation>학습하지 않은 필터는 100번 중 {untrained}번 같은 곳을 짚습니다.</translation>
    </message>
    <message>
        <source>With other test pictures, as many as these, it would be right on {low} to {high} (95 % interval).</source>
        <translation>같은 수의 다른 시험 사진에서는 {low} ~ {high}를 맞힐 것입니다(95% 구간).</translation>
    </message>
    <message>
        <source>Measured on {count} test pictures, used neither to train nor to choose; each kind counts alike.</source>
        <translation>학습에도 설정 선택에도 쓰지 않은 시험 사진 {count}장으로 쟀습니다. 사진의 종류마다 똑같이 셉니다.</translation>
    </message>
    <message>
        <source>Measured on 1 test picture, used neither to train nor to choose.</source>
        <translation>학습에도 설정 선택에도 쓰지 않은 시험 사진 1장으로 쟀습니다.</translation>
    </message>
    <message>
        <source>Of one kind there are only {fewest}: a few pictures change these numbers.</source>
        <translation>한 종류는 {fewest}장뿐이므로 몇 장에 따라 값이 달라집니다.</translation>
    </message>
    <message>
        <source>Only which category a picture shows was tested; there were no pictures of anything else.</source>
        <translation>사진이 어느 범주를 보이는지만 시험했습니다. 다른 대상의 사진은 없었습니다.</translation>
    </message>
    <message>
        <source>1 of {tested} test pictures was answered wrong.</source>
        <translation>시험 사진 {tested}장 중 1장을 틀렸습니다.</translation>
    </message>
    <message>
        <source>{wrong} of {tested} test pictures were answered wrong. These are all.</source>
        <translation>시험 사진 {tested}장 중 {wrong}장을 틀렸습니다. 이것이 전부입니다.</translation>
    </message>
    <message>
        <source>{wrong} of {tested} test pictures were answered wrong. Below, those of which it was surest.</source>
        <translation>시험 사진 {tested}장 중 {wrong}장을 틀렸습니다. 아래는 가장 확신하며 틀린 것입니다.</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>Only pictures like these were tried, in one training. Other cameras, places or kinds of pictures may give more mistakes, and training again would move every figure a little.</source>
        <translation>이런 사진만으로 한 번 학습한 결과입니다. 카메라나 장소, 사진의 종류가 다르면 더 틀릴 수 있고, 다시 학습하면 모든 수치가 조금씩 달라집니다.</translation>
    </message>
    <message>
        <source>Not shown, for their files have changed since the training: {names}.</source>
        <translation>학습한 뒤에 파일이 바뀌어 싣지 않은 사진: {names}.</translation>
    </message>
    <message>
        <source>A report on a network that was not trained here, of {date}</source>
        <translation>여기에서 학습하지 않은 네트워크에 대한 보고서, {date}</translation>
    </message>
    <message>
        <source>A report on the conversion of a network, of {date}</source>
        <translation>네트워크 변환에 대한 보고서, {date}</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>살펴본 것</translation>
    </message>
    <message>
        <source>Groups of test pictures</source>
        <translation>시험 사진의 묶음</translation>
    </message>
    <message>
        <source>{start} to tell {categories} from each other and from the same pictures with their pieces mixed up, with {count} pictures.</source>
        <translation>{start} 사진 {count}장으로 {categories} 범주를 서로, 그리고 조각을 뒤섞은 같은 사진과 구별하도록 가르쳤습니다.</translation>
    </message>
    <message>
        <source>{chosen} more served to choose its settings, and {tested} were kept aside to test it. Nobody marked any parts for it.</source>
        <translation>{chosen}장은 설정을 고르는 데 쓰고 {tested}장은 시험하려고 따로 두었습니다. 부위를 표시해 준 사람은 없습니다.</translation>
    </message>
    <message>
        <source>{network} ({channels} channels of {cells} x {cells} cells), as it was given: nothing was trained. Its filters are the {count} channels that add most to the answers, chosen on {pictures} pictures.</source>
        <translation>{network}({cells} x {cells}칸의 채널 {channels}개)을 주어진 그대로 살펴보았고, 아무것도 학습하지 않았습니다. 필터는 답에 가장 많이 더하는 채널 {count}개이며 사진 {pictures}장에서 골랐습니다.</translation>
    </message>
    <message>
        <source>{tested} other pictures were kept aside to test it. No marks of parts were used for this.</source>
        <translation>다른 사진 {tested}장을 시험용으로 남겨 두었습니다. 부위 표시는 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>{network}: the layer and what lies above it learned from {pictures} pictures, with the network&apos;s own answers as the target, to keep {count} channels of the layer to one place each.</source>
        <translation>{network}: 층의 채널 {count}개가 저마다 한곳에 머물도록, 이 층과 그 위의 층이 사진 {pictures}장으로 배웠습니다. 목표로는 네트워크 자신의 답을 썼습니다.</translation>
    </message>
    <message>
        <source>{category} ({answers})</source>
        <translation>{category}({answers})</translation>
    </message>
    <message>
        <source>Its answers that count: {answers}.</source>
        <translation>해당하는 답: {answers}.</translation>
    </message>
    <message>
        <source>In brackets: where a value would lie with other test pictures, as many as these (95 % interval).</source>
        <translation>괄호 안은 같은 수의 다른 시험 사진에서 나올 값의 범위입니다(95% 구간).</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>무작위 가중치</translation>
    </message>
    <message>
        <source>Its answers to test pictures are not known.</source>
        <translation>시험 사진에 대한 답을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No test picture was answered wrong.</source>
        <translation>틀린 시험 사진이 없습니다.</translation>
    </message>
    <message>
        <source>It said: {said} ({sure} sure). Right: {shows}.</source>
        <translation>네트워크의 답: {said} (확신 {sure}). 정답: {shows}.</translation>
    </message>
    <message>
        <source>no {category}</source>
        <translation>{category} 아님</translation>
    </message>
    <message>
        <source>It was never shown other pictures, only {category} with the pieces mixed up. Whether it tells {category} from other things was not tested.</source>
        <translation>다른 사진은 보여 주지 않고 조각을 섞은 {category} 사진만 보여 주었습니다. {category} 범주를 다른 것과 구별하는지는 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>Test pictures may be copies of training pictures: this split does not keep them apart.</source>
        <translation>시험 사진이 학습 사진의 사본일 수 있습니다. 이 나눔은 둘을 떼어 놓지 않습니다.</translation>
    </message>
    <message>
        <source>Only pictures like these were tried, and only the channels of one layer that add most. Whether the network was trained on any of these pictures is not known here.</source>
        <translation>이런 사진과, 한 층에서 가장 많이 더하는 채널만 시험했습니다. 네트워크가 이 사진들로 학습했는지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Only pictures like these were tried, in one conversion, and only the channels of one layer. Other answers of the network than those above may have changed more.</source>
        <translation>이런 사진과 한 층의 채널만, 한 번 변환해 시험했습니다. 위에 적지 않은 다른 답은 더 많이 바뀌었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Partscope {version}, run {run}, {backbone}, weights {digest}.</source>
        <translation>Partscope {version}, 실행 {run}, {backbone}, 가중치 {digest}.</translation>
    </message>
    <message>
        <source>{name} (not a part)</source>
        <translation>{name} (부위 아님)</translation>
    </message>
    <message>
        <source>Filter {index} (not a part)</source>
        <translation>필터 {index} (부위 아님)</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>묶음 {number}</translation>
    </message>
    <message>
        <source>What it looks at: filters that were not tested</source>
        <translation>무엇을 보는가: 검사하지 않은 필터</translation>
    </message>
    <message>
        <source>What it looks at: no filter holds a part</source>
        <translation>무엇을 보는가: 부위를 짚는 필터 없음</translation>
    </message>
    <message>
        <source>Seen on {seen} of {count} test pictures of {category}, on {elsewhere} of {others} others.</source>
        <translation>{category} 시험 사진 {count}장 중 {seen}장, 그 밖의 시험 사진 {others}장 중 {elsewhere}장에서 보입니다.</translation>
    </message>
    <message>
        <source>Without it, 1 fewer of {tested} answers is wrong.</source>
        <translation>이 부위를 빼면 {tested}장 중 1장을 덜 틀립니다.</translation>
    </message>
    <message>
        <source>Without it, {count} fewer of {tested} answers are wrong.</source>
        <translation>이 부위를 빼면 {tested}장 중 {count}장을 덜 틀립니다.</translation>
    </message>
    <message>
        <source>Do not explain its answers by parts.</source>
        <translation>답을 부위로 설명하지 마세요.</translation>
    </message>
    <message>
        <source>1 of them is shown below.</source>
        <translation>그 가운데 1개를 아래에 실었습니다.</translation>
    </message>
    <message>
        <source>{shown} of them are shown below.</source>
        <translation>그 가운데 {shown}개를 아래에 실었습니다.</translation>
    </message>
    <message>
        <source>An earlier version grouped these filters (each looks for one thing in a picture) because they go along when a picture is moved. Whether they hold a part was not tested: “partscope measure” tests it.</source>
        <translation>이전 버전이 사진을 옮길 때 따라간다는 이유로 묶은 필터입니다(필터는 저마다 사진에서 한 가지를 찾습니다). 부위를 짚는지는 검사하지 않았습니다. “partscope measure” 명령으로 검사할 수 있습니다.</translation>
    </message>
    <message>
        <source>A filter looks for one thing in a picture. It holds a part if it stays on the same place of the object when the picture is moved, mirrored or enlarged and when that place is pasted into another picture, and if it needs to see nothing else.</source>
        <translation>필터는 사진에서 한 가지를 찾습니다. 사진을 옮기거나 뒤집거나 확대해도, 그곳을 잘라 다른 사진에 붙여도 물체의 같은 곳에 머물고, 그곳만 보여도 충분하면 부위를 짚는 필터입니다.</translation>
    </message>
    <message>
        <source>No filter does. Below are those that fail the fewest tests; they are not parts.</source>
        <translation>그런 필터가 없습니다. 아래는 가장 적은 검사에서 떨어진 필터이며, 부위가 아닙니다.</translation>
    </message>
    <message>
        <source>Left: a picture with the part lit up. Right: the part in the pictures that show it most clearly.</source>
        <translation>왼쪽: 부위를 밝게 표시한 사진. 오른쪽: 부위가 가장 뚜렷한 사진에서 잘라 낸 조각.</translation>
    </message>
    <message>
        <source>White frame: the region of the photograph that the networks read.</source>
        <translation>흰 테두리: 사진에서 네트워크가 읽은 영역.</translation>
    </message>
    <message>
        <source>Filters that hold a part: {own} here, {twin} with random weights.</source>
        <translation>부위를 짚는 필터: 여기 {own}개, 무작위 가중치에서 {twin}개.</translation>
    </message>
    <message>
        <source>Filters that hold a part: {own} here, {twin} in the original, {none} with random weights.</source>
        <translation>부위를 짚는 필터: 여기 {own}개, 원본 {twin}개, 무작위 가중치에서 {none}개.</translation>
    </message>
    <message>
        <source>Filters that hold a part: {own} here, {twin} in the ordinary twin.</source>
        <translation>부위를 짚는 필터: 이 네트워크 {own}개, 쌍둥이 네트워크 {twin}개.</translation>
    </message>
    <message>
        <source>Filters that hold a part: {own} here, {twin} in the ordinary twin, {none} among untrained filters.</source>
        <translation>부위를 짚는 필터: 이 네트워크 {own}개, 쌍둥이 네트워크 {twin}개, 학습하지 않은 필터 가운데 {none}개.</translation>
    </message>
    <message>
        <source>Too few pictures to tell whether it keeps to its place.</source>
        <translation>사진이 너무 적어 제자리를 지키는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Not a part ({why}): keeps to its place in {shift} of 100 moved pictures, {mirror} mirrored, {transplant} pasted.</source>
        <translation>부위 아님({why}): 사진 100장을 옮기면 {shift}장, 뒤집으면 {mirror}장, 조각을 붙이면 {transplant}장에서 제자리를 지킵니다.</translation>
    </message>
    <message>
        <source>Keeps to its place in {shift} of 100 moved pictures.</source>
        <translation>사진 100장을 옮기면 {shift}장에서 제자리를 지킵니다.</translation>
    </message>
    <message>
        <source>Keeps to its place in {shift} of 100 moved pictures, {mirror} mirrored, {transplant} pasted.</source>
        <translation>사진 100장을 옮기면 {shift}장, 뒤집으면 {mirror}장, 조각을 붙이면 {transplant}장에서 제자리를 지킵니다.</translation>
    </message>
    <message>
        <source>Without it, as many answers are right.</source>
        <translation>이것을 빼도 맞는 답의 수가 같습니다.</translation>
    </message>
    <message>
        <source>Speaks against {category} on {raised} of its {shown} pictures.</source>
        <translation>{category} 사진 {shown}장 가운데 {raised}장에서 반대로 작용합니다.</translation>
    </message>
    <message>
        <source>{parts} is hardly stronger on the category than elsewhere: it may belong to the surroundings.</source>
        <translation>{parts}: 범주에서 더 세다고 하기 어려우니 둘레의 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>{parts} are hardly stronger on the category than elsewhere: they may belong to the surroundings.</source>
        <translation>{parts}: 범주에서 더 세다고 하기 어려우니 둘레의 것일 수 있습니다.</translation>
    </message>
    <message>
        <source>{parts} keeps to its place no better than the middle of the picture does.</source>
        <translation>{parts}: 사진 한가운데보다 제자리를 더 잘 지키지 못합니다.</translation>
    </message>
    <message>
        <source>{parts} keep to their places no better than the middle of the picture does.</source>
        <translation>{parts}: 사진 한가운데보다 제자리를 더 잘 지키지 못합니다.</translation>
    </message>
    <message>
        <source>Whether the parts keep to their places better than the middle of the picture does: the marks that this is measured by are not there, cannot be read, or are on pictures that have changed.</source>
        <translation>부위가 사진의 가운데보다 제자리를 더 잘 지키는지는 알 수 없습니다. 그것을 측정하는 기준점이 없거나, 읽을 수 없거나, 바뀐 사진에 있습니다.</translation>
    </message>
    <message>
        <source>How many answers need each part: the files of the networks cannot be read.</source>
        <translation>각 부위가 몇 개의 답에 필요한지는 알 수 없습니다. 네트워크 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>What is lit up is where a filter is strongest; the answer also counts what its filters see elsewhere in the picture.</source>
        <translation>밝게 표시한 곳은 필터가 가장 강하게 반응한 곳입니다. 답에는 필터가 사진의 다른 곳에서 보는 것도 들어갑니다.</translation>
    </message>
    <message>
        <source>Nobody has marked where the real parts lie, so whether these match what people call a part is for the eye to judge.</source>
        <translation>실제 부위가 어디인지 아무도 표시하지 않았으므로, 사람이 부위라고 부르는 것과 맞는지는 눈으로 판단해야 합니다.</translation>
    </message>
    <message>
        <source>Partscope {version}, run {run}, seed {seed}, variant {variant}, {backbone}.</source>
        <translation>Partscope {version}, 실행 기록 {run}, 시드 {seed}, 방식 {variant}, {backbone}.</translation>
    </message>
    <message>
        <source>Range: this picture</source>
        <translation>범위: 이 사진</translation>
    </message>
    <message>
        <source>Range: this filter</source>
        <translation>범위: 이 필터</translation>
    </message>
    <message>
        <source>Range: whole run</source>
        <translation>범위: 실행 기록 전체</translation>
    </message>
    <message>
        <source>Colours: fire</source>
        <translation>색: 불꽃</translation>
    </message>
    <message>
        <source>Colours: violet</source>
        <translation>색: 보라</translation>
    </message>
    <message>
        <source>Colours: blue to yellow</source>
        <translation>색: 파랑에서 노랑</translation>
    </message>
    <message>
        <source>Colours: grey</source>
        <translation>색: 회색</translation>
    </message>
    <message>
        <source>peak here {value}</source>
        <translation>여기 최댓값 {value}</translation>
    </message>
    <message>
        <source>usual peak {value}</source>
        <translation>평소 최댓값 {value}</translation>
    </message>
    <message>
        <source>run&apos;s peak {value}</source>
        <translation>전체 최댓값 {value}</translation>
    </message>
    <message>
        <source>Class loss</source>
        <translation>분류 손실</translation>
    </message>
    <message>
        <source>How wrong the answers are: it should sink.</source>
        <translation>답이 얼마나 틀렸는가: 내려가야 합니다.</translation>
    </message>
    <message>
        <source>Filter loss</source>
        <translation>필터 손실</translation>
    </message>
    <message>
        <source>How far filters are from one part each: it should sink.</source>
        <translation>필터가 부위 하나에서 얼마나 벗어났는가: 내려가야 합니다.</translation>
    </message>
    <message>
        <source>The filters came closer to one part each until epoch {epoch}.</source>
        <translation>필터는 에포크 {epoch}까지 저마다 한 부위에 가까워졌습니다.</translation>
    </message>
    <message>
        <source>The filters were still coming closer to one part each: more epochs may make them sharper.</source>
        <translation>필터가 아직 한 부위에 가까워지는 중이었습니다. 에포크를 늘리면 더 또렷해질 수 있습니다.</translation>
    </message>
    <message>
        <source>The filters came no closer to one part each: a larger weight of the filter loss may help.</source>
        <translation>필터가 저마다 한 부위에 더 가까워지지 않았습니다. 필터 손실의 가중치를 높이면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>The answers got better until epoch {epoch}.</source>
        <translation>답은 에포크 {epoch}까지 나아졌습니다.</translation>
    </message>
    <message>
        <source>The answers were still getting better at the end.</source>
        <translation>답이 끝까지 나아지고 있었습니다.</translation>
    </message>
    <message>
        <source>The answers did not get better.</source>
        <translation>답이 나아지지 않았습니다.</translation>
    </message>
    <message>
        <source>Point at an epoch, or use the keys Left and Right, to read all plots there.</source>
        <translation>에포크를 가리키거나 ←, → 키로 모든 곡선을 그 자리에서 읽습니다.</translation>
    </message>
    <message>
        <source>Latest values: {values}</source>
        <translation>마지막 값: {values}</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>아직 값이 없음</translation>
    </message>
    <message>
        <source>At epoch {epoch:.1f}: {values}</source>
        <translation>에포크 {epoch:.1f}: {values}</translation>
    </message>
    <message>
        <source>This run was not judged by today&apos;s tests: its groups are of filters that follow shifts of the picture.</source>
        <translation>이 실행 기록은 지금의 검사로 판정하지 않았습니다. 묶음은 사진의 이동을 따라가는 필터의 것입니다.</translation>
    </message>
    <message>
        <source>No filter holds a part: in the mirrored picture, or pasted elsewhere, most answer to another place.</source>
        <translation>부위를 짚는 필터가 없습니다. 뒤집은 사진이나 다른 사진에 붙였을 때 대부분 다른 곳에 반응합니다.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>재지 않음</translation>
    </message>
    <message>
        <source>{test}: {value}, {state} ({mark})</source>
        <translation>{test}: {value}, {state} ({mark})</translation>
    </message>
    <message>
        <source>The picture is moved: the share of peaks that move with the content.</source>
        <translation>사진을 옮깁니다. 내용과 함께 움직인 최대 반응점의 비율입니다.</translation>
    </message>
    <message>
        <source>Distance moved</source>
        <translation>움직인 거리</translation>
    </message>
    <message>
        <source>How far the peak moves when the content moves: 1 goes with it, 0.5 goes half of the way.</source>
        <translation>내용이 움직일 때 최대 반응점이 얼마나 움직이는지입니다. 1은 함께 가고, 0.5는 절반만 갑니다.</translation>
    </message>
    <message>
        <source>The picture is flipped and shifted: the share of peaks on the mirrored content. Filters that swap places fail.</source>
        <translation>사진을 뒤집고 옮깁니다. 뒤집힌 같은 내용 위에 있는 최대 반응점의 비율입니다. 자리를 바꾸는 필터는 떨어집니다.</translation>
    </message>
    <message>
        <source>The crop is pasted elsewhere into another picture: the share of peaks that go there.</source>
        <translation>조각을 다른 사진의 다른 곳에 붙입니다. 그곳으로 가는 최대 반응점의 비율입니다.</translation>
    </message>
    <message>
        <source>The picture is enlarged: the share of peaks that stay on the content.</source>
        <translation>사진을 확대합니다. 내용 위에 머무는 최대 반응점의 비율입니다.</translation>
    </message>
    <message>
        <source>Everything but the crop is blurred: what is left of the filter&apos;s strength.</source>
        <translation>조각만 남기고 모두 흐리게 합니다. 남은 필터의 세기입니다.</translation>
    </message>
    <message>
        <source>Only the crop is blurred: what is left of the filter&apos;s strength.</source>
        <translation>조각만 흐리게 합니다. 남은 필터의 세기입니다.</translation>
    </message>
    <message>
        <source>Everything but a random crop of the same size is blurred: what is left of the filter&apos;s strength.</source>
        <translation>같은 크기의 무작위 조각만 남기고 모두 흐리게 합니다. 남은 필터의 세기입니다.</translation>
    </message>
    <message>
        <source>{text}
Untrained filters reach {floor:.2f} on average.</source>
        <translation>{text}
학습하지 않은 필터의 평균은 {floor:.2f}입니다.</translation>
    </message>
    <message>
        <source>{text}
Measured only on filters that pass the other tests, or nearly.</source>
        <translation>{text}
다른 검사를 통과했거나 거의 통과한 필터에서만 쟀습니다.</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>사진 ({endings})</translation>
    </message>
    <message>
        <source>Ask about a picture</source>
        <translation>사진에 대해 묻기</translation>
    </message>
    <message>
        <source>Where are the pictures of this run now?</source>
        <translation>이 실행 기록의 사진은 지금 어디에 있나요?</translation>
    </message>
    <message>
        <source>No part of {category} was found</source>
        <translation>{category}의 부위를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>1 part of {category}</source>
        <translation>{category}의 부위 1개</translation>
    </message>
    <message>
        <source>{count} parts of {category}</source>
        <translation>{category}의 부위 {count}개</translation>
    </message>
    <message>
        <source>No filter holds a part, and none fires on these pictures.</source>
        <translation>부위를 짚는 필터가 없고, 이 사진에 반응하는 필터도 없습니다.</translation>
    </message>
    <message>
        <source>No filter holds a part: none stays on the same content in every test. The filters below come closest. They are not parts, so do not explain an answer by them.</source>
        <translation>부위를 짚는 필터가 없습니다. 모든 검사에서 같은 내용을 따라간 필터가 하나도 없습니다. 아래는 가장 가까운 필터입니다. 부위가 아니므로 이것으로 답을 설명하지 마세요.</translation>
    </message>
    <message>
        <source>No part ({verdict})</source>
        <translation>부위 아님 ({verdict})</translation>
    </message>
    <message>
        <source>Seen on the only test picture of {category}.</source>
        <translation>하나뿐인 {category} 시험 사진에서 보입니다.</translation>
    </message>
    <message>
        <source>Not seen on the only test picture of {category}.</source>
        <translation>하나뿐인 {category} 시험 사진에서 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Seen on {seen} of {count} test pictures of {category}.</source>
        <translation>{category} 시험 사진 {count}장 가운데 {seen}장에서 보입니다.</translation>
    </message>
    <message>
        <source>Seen on {seen} of {count} pictures of {category}, none of which was kept for testing.</source>
        <translation>{category} 사진 {count}장 가운데 {seen}장에서 보입니다. 시험용으로 남겨 둔 사진은 없습니다.</translation>
    </message>
    <message>
        <source>It holds no part, so there is nothing to forbid.</source>
        <translation>부위를 짚지 않으므로 쓰지 않게 할 것이 없습니다.</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>필터 1개</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>all named</source>
        <translation>모두 이름 있음</translation>
    </message>
    <message>
        <source>{count} unnamed</source>
        <translation>이름 없는 부위 {count}개</translation>
    </message>
    <message>
        <source>Picture {number} of {all} · {name}</source>
        <translation>사진 {number}/{all} · {name}</translation>
    </message>
    <message>
        <source>Picture {number} of {all} · {seen} of {count} parts seen · {name}</source>
        <translation>사진 {number}/{all} · 부위 {count}개 중 {seen}개 보임 · {name}</translation>
    </message>
    <message>
        <source>Picture {number} of {all} · part not seen · {name}</source>
        <translation>사진 {number}/{all} · 부위 보이지 않음 · {name}</translation>
    </message>
    <message>
        <source>no box</source>
        <translation>상자 없음</translation>
    </message>
    <message>
        <source>object not found</source>
        <translation>물체를 찾지 못함</translation>
    </message>
    <message>
        <source>dashed: what was read</source>
        <translation>점선 안을 읽음</translation>
    </message>
    <message>
        <source>The ordinary twin says {answer}: {chance}; they agree.</source>
        <translation>쌍둥이 네트워크의 답: {answer} {chance}. 두 답이 같습니다.</translation>
    </message>
    <message>
        <source>The ordinary twin is unsure: {answer} {chance}.</source>
        <translation>쌍둥이 네트워크는 확신하지 못합니다: {answer} {chance}.</translation>
    </message>
    <message>
        <source>The ordinary twin says {answer}: {chance}; they disagree.</source>
        <translation>쌍둥이 네트워크의 답: {answer} {chance}. 두 답이 다릅니다.</translation>
    </message>
    <message>
        <source>The ordinary twin says {answer}: {chance}.</source>
        <translation>쌍둥이 네트워크의 답: {answer} {chance}.</translation>
    </message>
    <message>
        <source>The original says {answer}: {chance}; they agree.</source>
        <translation>원본의 답: {answer} {chance}. 두 답이 같습니다.</translation>
    </message>
    <message>
        <source>The original is unsure: {answer} {chance}.</source>
        <translation>원본은 확신하지 못합니다: {answer} {chance}.</translation>
    </message>
    <message>
        <source>The original says {answer}: {chance}; they disagree.</source>
        <translation>원본의 답: {answer} {chance}. 두 답이 다릅니다.</translation>
    </message>
    <message>
        <source>The original says {answer}: {chance}.</source>
        <translation>원본의 답: {answer} {chance}.</translation>
    </message>
    <message>
        <source>The one picture can be used.</source>
        <translation>사진 1장을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>All {all:,} pictures can be used.</source>
        <translation>사진 {all:,}장을 모두 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{usable:,} of {all:,} pictures can be used.</source>
        <translation>사진 {all:,}장 중 {usable:,}장을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>You left out 1 picture.</source>
        <translation>직접 제외한 사진은 1장입니다.</translation>
    </message>
    <message>
        <source>You left out {left:,} pictures.</source>
        <translation>직접 제외한 사진은 {left:,}장입니다.</translation>
    </message>
    <message>
        <source>{name} is there but cannot be used: the list above says why.</source>
        <translation>{name} 파일이 있지만 쓸 수 없습니다. 위의 목록을 확인하세요.</translation>
    </message>
    <message>
        <source>{name}: {objects:,} objects are framed in {count:,} pictures. How much of them the parts cover is measured.</source>
        <translation>{name}: 사진 {count:,}장에 물체의 상자가 {objects:,}개 있습니다. 부위가 물체를 얼마나 덮는지 측정합니다.</translation>
    </message>
    <message>
        <source>Files beside the pictures</source>
        <translation>사진 옆의 파일</translation>
    </message>
    <message>
        <source>{source} ({format})</source>
        <translation>{source} ({format})</translation>
    </message>
    <message>
        <source>No {name}: location instability will not be measured.</source>
        <translation>{name} 파일이 없어 위치 불안정도를 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>The parts marked by those who published these pictures are used to measure location instability.</source>
        <translation>사진과 함께 공개된 부위 표시로 위치 불안정도를 측정합니다.</translation>
    </message>
    <message>
        <source>{name}: parts are marked in 1 picture. Location instability is measured against them.</source>
        <translation>{name}: 사진 1장에 부위가 표시되어 있습니다. 이를 기준으로 위치 불안정도를 측정합니다.</translation>
    </message>
    <message>
        <source>{name}: parts are marked in {count:,} pictures. Location instability is measured against them.</source>
        <translation>{name}: 사진 {count:,}장에 부위가 표시되어 있습니다. 이를 기준으로 위치 불안정도를 측정합니다.</translation>
    </message>
    <message>
        <source>{name}: the source of 1 picture is known. Pictures of one source are not learned and tested apart.</source>
        <translation>{name}: 사진 1장의 출처가 적혀 있습니다. 출처가 같은 사진은 학습과 시험에 나뉘어 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>{name}: the sources of {count:,} pictures are known. Those of one source are either learned from or tested on, never both.</source>
        <translation>{name}: 사진 {count:,}장의 출처가 적혀 있습니다. 출처가 같은 사진은 학습과 시험에 나뉘어 쓰이지 않습니다.</translation>
    </message>
    <message>
        <source>No {name}: only pictures that look alike are kept together, either to learn from or to test on.</source>
        <translation>{name} 파일이 없어, 비슷한 사진만 학습용과 시험용으로 갈리지 않게 한쪽에 묶습니다.</translation>
    </message>
    <message>
        <source>{name}: the object is framed in 1 picture. How much of it the parts cover is measured.</source>
        <translation>{name}: 사진 1장에 물체의 상자가 있습니다. 부위가 물체를 얼마나 덮는지 측정합니다.</translation>
    </message>
    <message>
        <source>{name}: the object is framed in {count:,} pictures. How much of it the parts cover is measured.</source>
        <translation>{name}: 사진 {count:,}장에 물체의 상자가 있습니다. 부위가 물체를 얼마나 덮는지 측정합니다.</translation>
    </message>
    <message>
        <source>No {name}: how much of the object the parts cover will not be measured.</source>
        <translation>{name} 파일이 없어 부위가 물체를 얼마나 덮는지 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>{name}: 1 picture is left out of every training.</source>
        <translation>{name}: 사진 1장을 모든 학습에서 제외합니다.</translation>
    </message>
    <message>
        <source>{name}: {count:,} pictures are left out of every training.</source>
        <translation>{name}: 사진 {count:,}장을 모든 학습에서 제외합니다.</translation>
    </message>
    <message>
        <source>Each card is one part, cut out of pictures that were kept out of training. Choose a card to see its part alone in the large picture.</source>
        <translation>카드마다 부위가 하나씩 있습니다. 조각은 학습에 쓰지 않은 사진에서 잘라 냈습니다. 카드를 고르면 큰 사진에 그 부위만 표시됩니다.</translation>
    </message>
    <message>
        <source>Name the parts. The names appear everywhere: in the figures and in the report as well.</source>
        <translation>부위 이름을 지어 보세요. 그림과 보고서를 비롯한 모든 곳에 이 이름이 쓰입니다.</translation>
    </message>
    <message>
        <source>These views answer the next questions: where is the network wrong, and does an ordinary network find parts too?</source>
        <translation>다음 질문의 답은 이 탭들에서 볼 수 있습니다. 네트워크는 어디에서 틀릴까요? 일반 네트워크도 부위를 찾을까요?</translation>
    </message>
    <message>
        <source>Read the pictures</source>
        <translation>사진 읽기</translation>
    </message>
    <message>
        <source>reading the pictures</source>
        <translation>사진을 읽는 중</translation>
    </message>
    <message>
        <source>Find the object</source>
        <translation>물체 찾기</translation>
    </message>
    <message>
        <source>finding the object in each picture</source>
        <translation>사진마다 물체를 찾는 중</translation>
    </message>
    <message>
        <source>Compute their maps</source>
        <translation>특징 맵 계산</translation>
    </message>
    <message>
        <source>computing the maps of the pictures</source>
        <translation>사진의 특징 맵을 계산하는 중</translation>
    </message>
    <message>
        <source>Choose the loss weight</source>
        <translation>손실 가중치 고르기</translation>
    </message>
    <message>
        <source>choosing the loss weight</source>
        <translation>손실 가중치를 고르는 중</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습하는 중</translation>
    </message>
    <message>
        <source>Test the parts</source>
        <translation>부위 검사</translation>
    </message>
    <message>
        <source>testing the parts and writing the run</source>
        <translation>부위를 검사하고 실행 기록을 저장하는 중</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행 상황</translation>
    </message>
    <message>
        <source>End after this epoch and keep what was learned</source>
        <translation>이 에포크가 끝나면 마치고 학습한 것을 저장하기</translation>
    </message>
    <message>
        <source>Throw away {time} of training?</source>
        <translation>{time} 동안 학습한 것을 버릴까요?</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>계속 학습</translation>
    </message>
    <message>
        <source>Cancel the training</source>
        <translation>학습 취소</translation>
    </message>
    <message>
        <source>Stop and keep what was learned at the last checkpoint: go on from the Runs page</source>
        <translation>멈추고 마지막 체크포인트까지 학습한 내용을 저장합니다. 실행 기록 화면에서 이어서 학습할 수 있습니다</translation>
    </message>
    <message>
        <source>Stop and throw away what was learned; asks first</source>
        <translation>멈추고 학습한 것을 버립니다. 먼저 물어봅니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Start once more with the settings as they are in the form now</source>
        <translation>지금 양식에 있는 설정으로 다시 시작하기</translation>
    </message>
    <message>
        <source>Possible after the first epoch: nothing has been learned yet</source>
        <translation>첫 에포크가 끝나야 할 수 있습니다. 아직 배운 것이 없습니다</translation>
    </message>
    <message>
        <source>It has learned all it will: its parts are being tested</source>
        <translation>학습은 끝났고 부위를 검사하는 중입니다</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {step}</source>
        <translation>{count}단계 중 {number}단계: {step}</translation>
    </message>
    <message>
        <source>Working out how long it takes</source>
        <translation>얼마나 걸릴지 계산하는 중</translation>
    </message>
    <message>
        <source>About {time} left in all</source>
        <translation>전체 약 {time} 남음</translation>
    </message>
    <message>
        <source>No part explains this answer: what speaks most for {category} are filters without a part.</source>
        <translation>이 답을 설명하는 부위가 없습니다. 부위가 없는 필터들이 답을 {category} 쪽으로 가장 크게 기울였습니다.</translation>
    </message>
    <message>
        <source>{part} is seen here ({strength} of its usual strength): it speaks most for {category}.</source>
        <translation>이 사진에서 {part}이(가) 평소 세기의 {strength}만큼 보입니다. 이 부위가 답을 {category} 쪽으로 가장 크게 기울였습니다.</translation>
    </message>
    <message>
        <source>{part} speaks most for {category}, though it is hardly seen here ({strength} of its usual strength).</source>
        <translation>{part}이(가) 답을 {category} 쪽으로 가장 크게 기울였습니다. 다만 이 사진에서는 거의 보이지 않습니다(평소 세기의 {strength}).</translation>
    </message>
    <message>
        <source>{part} is seen here as strongly as in pictures of {category}: it speaks most for {category}.</source>
        <translation>이 사진에서 {part}이(가) {category} 사진에서만큼 강하게 보입니다. 이 부위가 답을 {category} 쪽으로 가장 크게 기울였습니다.</translation>
    </message>
    <message>
        <source>{part} is hardly seen here, so it does not speak for {category}.</source>
        <translation>이 사진에서 {part}이(가) 거의 보이지 않아 {category} 쪽에 힘을 보태지 못했습니다.</translation>
    </message>
    <message>
        <source>{part} speaks against {category} here.</source>
        <translation>이 사진에서 {part}이(가) 답을 {category}의 반대쪽으로 기울였습니다.</translation>
    </message>
    <message>
        <source>No part explains this answer: all parts of {category} are seen, and none speaks against it.</source>
        <translation>이 답을 설명하는 부위가 없습니다. {category}의 부위가 모두 보이고, 답을 반대쪽으로 기울인 부위도 없습니다.</translation>
    </message>
    <message>
        <source>{count} filters over the trunk&apos;s maps, brought to one scale by a BatchNorm without weights</source>
        <translation>백본의 맵 위에 필터 {count}개를 두고, 가중치 없는 배치 정규화로 크기를 맞춥니다</translation>
    </message>
    <message>
        <source>{count} epochs; hidden layers {sizes} above the filters</source>
        <translation>에포크 {count}회, 필터 위의 은닉층 {sizes}</translation>
    </message>
    <message>
        <source>the answer is a weighted sum of the filters&apos; votes, without hidden layers</source>
        <translation>답은 은닉층 없이 필터들의 값에 가중치를 곱해 더한 합입니다</translation>
    </message>
    <message>
        <source>{count} epochs; the twin: hidden layers {sizes} above the filters</source>
        <translation>에포크 {count}회, 쌍둥이는 필터 위에 은닉층 {sizes}</translation>
    </message>
    <message>
        <source>once the filters have learned by their masks, the answer is fitted anew to the roots of the means of whole maps: it does not pass through the masks</source>
        <translation>필터가 마스크로 학습한 뒤, 맵 전체 평균의 제곱근에 맞춰 답을 다시 맞춥니다. 답은 마스크를 거치지 않습니다</translation>
    </message>
    <message>
        <source>maps in units of each filter&apos;s usual peak; the class loss weighs all kinds of pictures alike</source>
        <translation>맵의 단위는 필터마다 평소 최댓값이고, 분류 손실은 사진의 종류마다 똑같이 셉니다</translation>
    </message>
    <message>
        <source>the networks read the region in which the object was found (objects.csv), not whole pictures</source>
        <translation>네트워크는 사진 전체가 아니라 물체를 찾은 영역(objects.csv)을 읽습니다</translation>
    </message>
    <message>
        <source>the networks read the boxes that come with the folder (objects.csv), not whole pictures</source>
        <translation>네트워크는 사진 전체가 아니라 폴더에 있는 상자(objects.csv)를 읽습니다</translation>
    </message>
    <message>
        <source>the split of the authors&apos; code, which leaks: copies and photographs straddle it</source>
        <translation>저자 코드의 나눔을 씁니다. 사본이나 같은 사진이 양쪽에 섞여 있습니다</translation>
    </message>
    <message>
        <source>BatchNorms of the trunk keep their pretrained statistics</source>
        <translation>백본의 배치 정규화는 사전 학습된 통계를 그대로 씁니다</translation>
    </message>
    <message>
        <source>the strength is probed on the frozen trunk</source>
        <translation>필터 손실의 세기는 백본을 고정한 채로 정합니다</translation>
    </message>
    <message>
        <source>AdamW with a one-cycle rate, weight decay {decay}; each picture as it is, or mirrored and moved: windows of wider maps</source>
        <translation>AdamW, 1주기 학습률, 가중치 감쇠 {decay}. 사진은 그대로, 또는 뒤집고 옮겨서 씁니다(더 넓은 맵을 잘라 씀)</translation>
    </message>
    <message>
        <source>AdamW with a one-cycle rate, weight decay {decay}; pictures as they are, neither mirrored nor moved, for want of room or as asked for</source>
        <translation>AdamW, 1주기 학습률, 가중치 감쇠 {decay}. 자리가 모자라거나 그렇게 설정해서 사진을 뒤집거나 옮기지 않고 그대로 씁니다</translation>
    </message>
    <message>
        <source>quick training: the trunk is frozen, only the new layers learn</source>
        <translation>빠른 학습: 백본은 고정하고 새 층만 학습합니다</translation>
    </message>
    <message>
        <source>one mask, on the new 3x3 conv; strength / t instead of the unpublished constant</source>
        <translation>마스크 하나를 새 3x3 합성곱 층에 둡니다. 공개되지 않은 상수 대신 세기 / t를 씁니다</translation>
    </message>
    <message>
        <source>strength / t instead of the release&apos;s constant, which assumes Caffe-VGG activations</source>
        <translation>Caffe-VGG의 활성값을 전제로 한 공개 코드의 상수 대신 세기 / t를 씁니다</translation>
    </message>
    <message>
        <source>normalisers over a filter&apos;s own pictures, unweighted spreads (docs/maths.md)</source>
        <translation>필터의 범주 사진만으로 정규화하고, 퍼진 정도에는 가중치를 두지 않습니다(docs/maths.md)</translation>
    </message>
    <message>
        <source>{size} (its answers blurred by 1 2 1)</source>
        <translation>{size}(출력을 1 2 1로 흐리게 함)</translation>
    </message>
    <message>
        <source>smooth {size} (3x3 weights two cells apart, blurred by 1 2 1)</source>
        <translation>매끄러운 {size}(두 칸 간격의 3x3 가중치, 1 2 1로 흐리게 함)</translation>
    </message>
    <message>
        <source>one mask, on the new {layer} conv; the release&apos;s gradient without its 1/t</source>
        <translation>마스크 하나를 새 {layer} 합성곱 층에 둡니다. 공개 코드의 기울기를 1/t 없이 씁니다</translation>
    </message>
    <message>
        <source>the twin and the CAM network: a 3x3 conv</source>
        <translation>쌍둥이와 CAM 네트워크: 3x3 합성곱</translation>
    </message>
    <message>
        <source>With other test pictures, as many as these, the share would lie between these two, in 95 of 100 cases.</source>
        <translation>같은 수의 다른 시험 사진에서도 100번 중 95번은 비율이 이 두 값 사이에 듭니다.</translation>
    </message>
    <message>
        <source>Box found by one filter</source>
        <translation>필터 하나가 찾은 상자</translation>
    </message>
    <message>
        <source>The filter that finds the box most often on the val side: in how many test pictures its peak lies on the box, or at most one cell beside it. The baseline is a cell chosen at random.</source>
        <translation>설정 선택용 사진에서 상자를 가장 자주 찾은 필터입니다. 이 필터의 최고점이 상자 안이나 상자에서 한 칸 이내에 놓인 시험 사진의 비율입니다. 기준값은 무작위로 고른 칸입니다.</translation>
    </message>
    <message>
        <source>by one and the same cell</source>
        <translation>늘 같은 칸일 때</translation>
    </message>
    <message>
        <source>The cell that lies at the box most often on the val side, whatever the picture shows.</source>
        <translation>사진 내용과 상관없이, 설정 선택용 사진에서 상자에 가장 자주 놓인 칸입니다.</translation>
    </message>
    <message>
        <source>95 % interval, from</source>
        <translation>95% 구간, 아래쪽</translation>
    </message>
    <message>
        <source>95 % interval, to</source>
        <translation>95% 구간, 위쪽</translation>
    </message>
    <message>
        <source>found and fires</source>
        <translation>찾고 반응까지 함</translation>
    </message>
    <message>
        <source>The share of test pictures in which the filter finds the box and its peak is above its threshold. The threshold is the one that separates the pictures of the val side best.</source>
        <translation>필터가 상자를 찾고 최고점이 임곗값도 넘은 시험 사진의 비율입니다. 임곗값은 설정 선택용 사진을 가장 잘 가르는 값입니다.</translation>
    </message>
    <message>
        <source>Fires on other pictures</source>
        <translation>다른 사진에서 반응</translation>
    </message>
    <message>
        <source>In how many test pictures of something else the same filter fires, by the same threshold.</source>
        <translation>같은 필터가 같은 임곗값으로, 다른 것을 찍은 시험 사진에서 반응한 비율입니다.</translation>
    </message>
    <message>
        <source>Whole box in its crop</source>
        <translation>조각에 상자 전체가 들어감</translation>
    </message>
    <message>
        <source>In how many test pictures the crop that the program shows for this filter holds the whole box. The baseline is the same crop at a random cell.</source>
        <translation>이 필터의 조각에 상자 전체가 들어 있는 시험 사진의 비율입니다. 기준값은 같은 크기의 조각을 무작위 칸에 놓았을 때입니다.</translation>
    </message>
    <message>
        <source>number of the filter</source>
        <translation>필터 번호</translation>
    </message>
    <message>
        <source>The filter that was chosen, as it is numbered on the wall.</source>
        <translation>고른 필터의 번호입니다. 필터 목록의 번호와 같습니다.</translation>
    </message>
    <message>
        <source>Part {part} (its filter {filter})</source>
        <translation>부위 {part}(필터 {filter})</translation>
    </message>
    <message>
        <source>Filter {filter} (not a part)</source>
        <translation>필터 {filter}(부위 아님)</translation>
    </message>
    <message>
        <source>{name} peaks on the marked box, or at most one cell beside it, in {found} of {tested} test pictures ({low} to {high} of 100, 95 % interval); a random cell would in {chance}.</source>
        <translation>{name}의 최고점은 시험 사진 {tested}장 중 {found}장에서 표시한 상자 안이나 한 칸 이내에 놓입니다(100장 중 {low}~{high}장, 95% 구간). 무작위 칸이라면 {chance}장입니다.</translation>
    </message>
    <message>
        <source>Its crop holds the whole box in {count} of them.</source>
        <translation>그중 {count}장에서는 조각에 상자 전체가 들어갑니다.</translation>
    </message>
    <message>
        <source>It fires in {fires} of {others} test pictures of something else.</source>
        <translation>다른 것을 찍은 시험 사진에서는 {others}장 중 {fires}장에서 반응합니다.</translation>
    </message>
    <message>
        <source>The picture {title} with its parts outlined</source>
        <translation>부위에 테두리를 그린 사진 {title}</translation>
    </message>
    <message>
        <source>The same picture with the heat of its parts</source>
        <translation>같은 사진에 부위의 히트맵을 겹친 것</translation>
    </message>
    <message>
        <source>No filter of this run holds a part.</source>
        <translation>이 실행에는 부위를 짚는 필터가 없습니다.</translation>
    </message>
    <message>
        <source>part</source>
        <translation>부위</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>filters without a part</source>
        <translation>부위가 없는 필터</translation>
    </message>
    <message>
        <source>before any part</source>
        <translation>부위를 보기 전</translation>
    </message>
    <message>
        <source>All together {sum}, in log-odds: above 0 speaks for {asked}. x and y in pixels of the original.</source>
        <translation>모두 더하면 {sum}(로그 오즈)이고, 0보다 크면 {asked} 쪽입니다. x와 y는 원본의 픽셀입니다.</translation>
    </message>
    <message>
        <source>Filters that never fire, of {count}: original {original}, converted {converted}.</source>
        <translation>반응하지 않는 필터(전체 {count}개): 원본 {original}, 변환 {converted}.</translation>
    </message>
    <message>
        <source>It names the same category as the original for {share} of the held-out pictures, and gives the very same answer for {answer}.</source>
        <translation>남겨 둔 사진의 {share}에서 원본과 같은 범주를 고르고, {answer}에서 똑같은 답을 냅니다.</translation>
    </message>
    <message>
        <source>Balanced accuracy: original {original}, converted {converted}.</source>
        <translation>균형 정확도: 원본 {original}, 변환 {converted}.</translation>
    </message>
    <message>
        <source>Filters that hold a part, of {count}: original {original}, converted {converted}; difference {difference}.</source>
        <translation>부위를 짚는 필터(전체 {count}개): 원본 {original}, 변환 {converted}, 차이 {difference}.</translation>
    </message>
    <message>
        <source>Independent parts: original {original}, converted {converted}.</source>
        <translation>독립된 부위: 원본 {original}, 변환 {converted}.</translation>
    </message>
    <message>
        <source>With masks it names the same category as the original for {converted}, the original with masks for {original}: masks served its learning, and the weights are used without them.</source>
        <translation>마스크를 씌우면 {converted}에서 원본과 같은 범주를 고르고, 원본에 마스크를 씌우면 {original}에서 그렇습니다. 마스크는 배울 때만 썼고, 가중치는 마스크 없이 씁니다.</translation>
    </message>
    <message>
        <source>Name the file of weights and the architecture it was saved from.</source>
        <translation>가중치 파일과 그 파일을 저장한 구조를 정하세요.</translation>
    </message>
    <message>
        <source>Tick the categories to look at.</source>
        <translation>살펴볼 범주를 선택하세요.</translation>
    </message>
    <message>
        <source>It still counts: pasted into a picture, it changes a probability by {after} more than anything else does, before by {before}.</source>
        <translation>아직 답에 작용합니다. 사진에 붙이면 다른 것을 붙일 때보다 확률이 {after} 더 바뀝니다(전에는 {before}).</translation>
    </message>
    <message>
        <source>It counts no more than anything else: pasted into a picture, it changes a probability by {after} more, before by {before}.</source>
        <translation>다른 것보다 더 작용하지 않습니다. 사진에 붙이면 다른 것을 붙일 때보다 확률이 {after} 더 바뀝니다(전에는 {before}).</translation>
    </message>
    <message>
        <source>Balanced accuracy changed by {difference}; with it covered in all pictures, by {covered}.</source>
        <translation>균형 정확도는 {difference} 달라졌고, 모든 사진에서 그 부위를 가리면 {covered} 달라졌습니다.</translation>
    </message>
    <message>
        <source>{title} is not allowed in this run: the answer of {run} was fitted anew without it.</source>
        <translation>이 실행 기록에서는 {title}을(를) 쓰지 않습니다. {run}의 답을 이것 없이 다시 맞추었습니다.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>후</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Balanced accuracy, {count} test pictures</source>
        <translation>균형 정확도, 시험 사진 {count}장</translation>
    </message>
    <message>
        <source>Right, {count} pictures with it</source>
        <translation>맞힌 비율, 그것이 있는 사진 {count}장</translation>
    </message>
    <message>
        <source>Right, {count} pictures without it</source>
        <translation>맞힌 비율, 그것이 없는 사진 {count}장</translation>
    </message>
    <message>
        <source>Mean probability of the answer given</source>
        <translation>내놓은 답의 평균 확률</translation>
    </message>
    <message>
        <source>A probability changes, if it is covered, by</source>
        <translation>가렸을 때 확률이 바뀌는 정도</translation>
    </message>
    <message>
        <source>… if as much is covered elsewhere, by</source>
        <translation>… 다른 곳을 같은 넓이만큼 가렸을 때</translation>
    </message>
    <message>
        <source>… if it is pasted into another picture, by</source>
        <translation>… 다른 사진에 붙였을 때</translation>
    </message>
    <message>
        <source>… if something else is pasted instead, by</source>
        <translation>… 대신 다른 것을 붙였을 때</translation>
    </message>
    <message>
        <source>… by how much more it changes it, pasted</source>
        <translation>… 붙였을 때 다른 것보다 더 바뀌는 정도</translation>
    </message>
    <message>
        <source>Balanced accuracy, with it covered</source>
        <translation>균형 정확도, 가렸을 때</translation>
    </message>
    <message>
        <source>Right about {category}, with it covered</source>
        <translation>{category} 맞힌 비율, 가렸을 때</translation>
    </message>
    <message>
        <source>Same answer as before</source>
        <translation>답이 전과 같은 비율</translation>
    </message>
    <message>
        <source>other filters</source>
        <translation>나머지 필터</translation>
    </message>
    <message>
        <source>Added to the logit by {part}</source>
        <translation>로짓에 더하는 값, {part}</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>사진 수</translation>
    </message>
    <message>
        <source>Answered right</source>
        <translation>맞힘</translation>
    </message>
    <message>
        <source>The rest of the category</source>
        <translation>같은 범주의 나머지</translation>
    </message>
    <message>
        <source>What the boxes drawn in these pictures mark</source>
        <translation>이 사진들에 그린 상자 안의 것</translation>
    </message>
    <message>
        <source>what {table} marks</source>
        <translation>{table}에 표시된 것</translation>
    </message>
    <message>
        <source>What is not allowed</source>
        <translation>쓰지 않는 것</translation>
    </message>
    <message>
        <source>part 1 absent and held-out</source>
        <translation>예: part 1 absent</translation>
    </message>
    <message>
        <source>Text of the slice</source>
        <translation>사진 묶음의 조건</translation>
    </message>
    <message>
        <source>A part is told of in pictures of its own category, unless the text names a category beside it</source>
        <translation>부위의 상태는 그 부위가 속한 범주의 사진에서 봅니다. 범주를 함께 적으면 그 범주의 사진에서 봅니다</translation>
    </message>
    <message>
        <source>What the condition tells of</source>
        <translation>조건의 대상</translation>
    </message>
    <message>
        <source>State of the part</source>
        <translation>부위의 상태</translation>
    </message>
    <message>
        <source>and</source>
        <translation>그리고 (and)</translation>
    </message>
    <message>
        <source>Narrow the slice by this</source>
        <translation>이 조건으로 묶음 좁히기</translation>
    </message>
    <message>
        <source>or</source>
        <translation>또는 (or)</translation>
    </message>
    <message>
        <source>Add the pictures of this</source>
        <translation>이 조건의 사진을 묶음에 더하기</translation>
    </message>
    <message>
        <source>Name to save it by</source>
        <translation>저장할 이름</translation>
    </message>
    <message>
        <source>Name of the slice</source>
        <translation>사진 묶음의 이름</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Forget the slice; its pictures stay</source>
        <translation>묶음만 지웁니다. 사진은 그대로 있습니다</translation>
    </message>
    <message>
        <source>Write a table of its pictures (.csv), or their files (.txt)</source>
        <translation>사진의 표(.csv)나 파일 목록(.txt)을 씁니다</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>목록 내보내기…</translation>
    </message>
    <message>
        <source>Make a folder of links to its pictures, for other programs</source>
        <translation>다른 프로그램에서 쓸 수 있게 사진의 링크를 모은 폴더를 만듭니다</translation>
    </message>
    <message>
        <source>Links folder…</source>
        <translation>링크 폴더…</translation>
    </message>
    <message>
        <source>Right as it is</source>
        <translation>이대로 맞음</translation>
    </message>
    <message>
        <source>Its label is right (R or Enter)</source>
        <translation>범주가 맞습니다 (R 또는 Enter)</translation>
    </message>
    <message>
        <source>Later trainings do not use it; its file stays (X or Delete)</source>
        <translation>다음 학습부터 쓰지 않습니다. 파일은 그대로 있습니다 (X 또는 Delete)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Go on without a decision (Space or Down)</source>
        <translation>정하지 않고 넘어갑니다 (Space 또는 ↓)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Another category…</source>
        <translation>다른 범주…</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>맞는 범주</translation>
    </message>
    <message>
        <source>Same picture, other label</source>
        <translation>같은 사진, 다른 범주</translation>
    </message>
    <message>
        <source>Looks like another category</source>
        <translation>다른 범주처럼 보임</translation>
    </message>
    <message>
        <source>None of its parts seen</source>
        <translation>부위가 하나도 안 보임</translation>
    </message>
    <message>
        <source>Unlike the training pictures</source>
        <translation>학습 사진과 다름</translation>
    </message>
    <message>
        <source>By an estimate 1 label is wrong</source>
        <translation>범주가 잘못된 사진은 1장으로 추정됩니다</translation>
    </message>
    <message>
        <source>By an estimate {count} labels are wrong</source>
        <translation>범주가 잘못된 사진은 {count}장으로 추정됩니다</translation>
    </message>
    <message>
        <source>the background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>label: {category}</source>
        <translation>범주: {category}</translation>
    </message>
    <message>
        <source>right as it is</source>
        <translation>이대로 맞음</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>now {category}</source>
        <translation>정정: {category}</translation>
    </message>
    <message>
        <source>A copy is {category}</source>
        <translation>사본의 범주: {category}</translation>
    </message>
    <message>
        <source>No part of {category} seen</source>
        <translation>{category}의 부위가 안 보임</translation>
    </message>
    <message>
        <source>Looks like {category}</source>
        <translation>{category}처럼 보임</translation>
    </message>
</context>
<context>
    <name>AblationCard</name>
    <message>
        <source>This filter</source>
        <translation>이 필터</translation>
    </message>
    <message>
        <source>Answer without the chosen filter</source>
        <translation>고른 필터 없이 답하기</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>그 부위</translation>
    </message>
    <message>
        <source>Answer without all filters that found the same part</source>
        <translation>같은 부위를 찾은 필터를 모두 빼고 답하기</translation>
    </message>
    <message>
        <source>All masks</source>
        <translation>모든 마스크</translation>
    </message>
    <message>
        <source>Answer from whole maps, nothing masked</source>
        <translation>마스크 없이 맵 전체로 답하기</translation>
    </message>
    <message>
        <source>Its part ({count})</source>
        <translation>그 부위 ({count})</translation>
    </message>
    <message>
        <source>answered rightly</source>
        <translation>맞힌 비율</translation>
    </message>
    <message>
        <source>all on</source>
        <translation>모두 켬</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>끔</translation>
    </message>
</context>
<context>
    <name>AblationController</name>
    <message>
        <source>Filters of your network can be switched off: choose one of them.</source>
        <translation>내 네트워크의 필터를 끌 수 있습니다. 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Filters of the interpretable network can be switched off: choose one of them.</source>
        <translation>이 네트워크의 필터만 끌 수 있습니다. 그중 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Choose what the network is to do without: how often it is right then is counted anew.</source>
        <translation>네트워크에서 무엇을 뺄지 고르세요. 그때 맞히는 비율을 새로 셉니다.</translation>
    </message>
    <message>
        <source>The engine cannot be loaded, so this cannot be worked out.</source>
        <translation>엔진을 불러올 수 없어 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>Not to be had: {error}</source>
        <translation>계산할 수 없음: {error}</translation>
    </message>
</context>
<context>
    <name>AccuracyCard</name>
    <message>
        <source>interpretable</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>ordinary twin</source>
        <translation>쌍둥이 네트워크</translation>
    </message>
    <message>
        <source>CAM network</source>
        <translation>CAM 네트워크</translation>
    </message>
    <message>
        <source>Right answers so far, on pictures kept aside to check the training. The test comes at the end.</source>
        <translation>지금까지 맞힌 비율입니다. 학습을 확인하려고 따로 둔 사진으로 쟀습니다. 시험은 마지막에 합니다.</translation>
    </message>
</context>
<context>
    <name>AnnotationController</name>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>This picture cannot be read: {reason}. Go on to the next.</source>
        <translation>이 사진을 읽을 수 없습니다: {reason}. 다음 사진으로 넘어가세요.</translation>
    </message>
</context>
<context>
    <name>AnnotationForm</name>
    <message>
        <source>All categories</source>
        <translation>모든 범주</translation>
    </message>
</context>
<context>
    <name>AnnotationPanel</name>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation>사진 전체 보기 (0)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>AnswersTable</name>
    <message>
        <source>Answers that stand for each category</source>
        <translation>범주마다 해당하는 답</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Answers of the network</source>
        <translation>네트워크의 답</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>찾은 방법</translation>
    </message>
    <message>
        <source>Names or numbers of answers with | between them; their probabilities are added</source>
        <translation>답의 이름이나 번호를 |로 나누어 적으세요. 확률을 더합니다</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>이름이 같음</translation>
    </message>
    <message>
        <source>by their last word</source>
        <translation>마지막 낱말이 같음</translation>
    </message>
    <message>
        <source>while looking</source>
        <translation>살펴보면서</translation>
    </message>
    <message>
        <source>as you say</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>The answer that its pictures get most often is taken</source>
        <translation>그 범주의 사진이 가장 자주 받는 답을 씁니다</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>What can be done now</source>
        <translation>지금 할 수 있는 일</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>BestController</name>
    <message>
        <source>Pictures are compared by the filters of {network} only: choose one of these in the wall.</source>
        <translation>사진은 {network}의 필터로만 비교할 수 있습니다. 필터 목록에서 그 필터를 고르세요.</translation>
    </message>
    <message>
        <source>No other picture shows this part clearly.</source>
        <translation>이 부위가 뚜렷하게 보이는 다른 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The filter hardly sees its part in the picture on show: what is found may be anything.</source>
        <translation>지금 보는 사진에서 필터가 부위를 거의 보지 못했으므로, 찾은 사진은 아무 관련이 없을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>BestPictures</name>
    <message>
        <source>Best pictures of the filter</source>
        <translation>필터와 가장 잘 맞는 사진</translation>
    </message>
    <message>
        <source>peak {value:.2f}</source>
        <translation>최댓값 {value:.2f}</translation>
    </message>
    <message>
        <source>alike: {similarity:.2f}</source>
        <translation>비슷한 정도: {similarity:.2f}</translation>
    </message>
    <message>
        <source>Show those most alike</source>
        <translation>가장 비슷한 사진 보기</translation>
    </message>
</context>
<context>
    <name>BestStrip</name>
    <message>
        <source>Strongest</source>
        <translation>가장 센 것</translation>
    </message>
    <message>
        <source>Pictures with the highest peaks of the filter</source>
        <translation>필터의 최댓값이 가장 높은 사진</translation>
    </message>
    <message>
        <source>Most alike to this picture</source>
        <translation>이 사진과 가장 비슷한 것</translation>
    </message>
    <message>
        <source>Pictures in which the part looks most like it does in the picture on show</source>
        <translation>부위가 지금 보는 사진과 가장 비슷하게 보이는 사진</translation>
    </message>
    <message>
        <source>Best pictures</source>
        <translation>가장 잘 맞는 사진</translation>
    </message>
    <message>
        <source>how alike, from 0 to 1; half of the pictures have {usual:.2f} or less</source>
        <translation>비슷한 정도(0~1). 사진의 절반은 {usual:.2f} 이하입니다</translation>
    </message>
    <message>
        <source>crops show the effective field; choose one to look at it</source>
        <translation>조각은 유효 영역입니다. 하나를 고르면 그 사진을 봅니다</translation>
    </message>
    <message>
        <source>Best pictures of the filter</source>
        <translation>필터와 가장 잘 맞는 사진</translation>
    </message>
    <message>
        <source>how alike the part looks, from 0 to 1</source>
        <translation>부위가 얼마나 비슷해 보이는지(0~1)</translation>
    </message>
    <message>
        <source>Pictures in which the part looks most alike</source>
        <translation>부위가 가장 비슷하게 보이는 사진</translation>
    </message>
</context>
<context>
    <name>BoxController</name>
    <message>
        <source>Drag an edge to mend the box, or draw another one</source>
        <translation>가장자리를 끌어 상자를 고치거나 상자를 더 그리세요</translation>
    </message>
    <message>
        <source>Drag from corner to corner of the object</source>
        <translation>물체의 한쪽 모서리에서 맞은편 모서리까지 끄세요</translation>
    </message>
    <message>
        <source>Space accepts the region of the run; drag to correct it</source>
        <translation>Space를 누르면 학습에서 읽은 영역을 그대로 씁니다. 끌어서 고칠 수 있습니다</translation>
    </message>
    <message>
        <source>The search was not sure here. Space accepts the region; drag to correct it</source>
        <translation>이 사진에서는 물체를 확실히 찾지 못했습니다. Space를 누르면 이 영역을 그대로 씁니다. 끌어서 고칠 수 있습니다</translation>
    </message>
    <message>
        <source>Picture {at} of {count}</source>
        <translation>사진 {at}/{count}</translation>
    </message>
    <message>
        <source>background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>found by the run</source>
        <translation>학습에서 찾음</translation>
    </message>
    <message>
        <source>the search was not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>{done} of {count} have a box</source>
        <translation>{count}장 중 {done}장에 상자 있음</translation>
    </message>
    <message>
        <source>{width:g} × {height:g} pixels</source>
        <translation>{width:g} × {height:g}픽셀</translation>
    </message>
    <message>
        <source>Box {number}</source>
        <translation>상자 {number}</translation>
    </message>
    <message>
        <source>Choose the box to remove</source>
        <translation>삭제할 상자를 고르세요</translation>
    </message>
    <message>
        <source>Remove the box (Delete); undo brings it back</source>
        <translation>상자를 삭제합니다(Delete). 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>Pictures without a box: {count:,}. “Train with these boxes” accepts their regions.</source>
        <translation>상자가 없는 사진 {count:,}장. ‘이 상자로 학습하기’를 누르면 읽은 영역을 상자로 받아들입니다.</translation>
    </message>
    <message>
        <source>1 picture here has no box: a training reads it whole.</source>
        <translation>여기에 상자가 없는 사진이 1장 있습니다. 학습할 때 이 사진은 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures here have no box: a training reads them whole.</source>
        <translation>여기에 상자가 없는 사진이 {count:,}장 있습니다. 학습할 때 이 사진들은 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>Accept the remaining region</source>
        <translation>남은 영역 1개 그대로 쓰기</translation>
    </message>
    <message>
        <source>Accept all {count:,} regions</source>
        <translation>영역 {count:,}개 모두 그대로 쓰기</translation>
    </message>
    <message>
        <source>Every box is kept in {path}</source>
        <translation>상자는 모두 여기에 저장됩니다: {path}</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: every box is kept in {path}</source>
        <translation>폴더 {folder}에 쓸 수 없어 상자를 여기에 저장합니다: {path}</translation>
    </message>
    <message>
        <source>It is kept under another name as soon as a box is drawn here.</source>
        <translation>여기에 상자를 그리면 이 파일은 다른 이름으로 저장됩니다.</translation>
    </message>
    <message>
        <source>There is no picture to draw boxes in: wait for the check-up, or choose other pictures.</source>
        <translation>상자를 그릴 사진이 없습니다. 점검이 끝나기를 기다리거나 다른 사진을 고르세요.</translation>
    </message>
    <message>
        <source>Boxes that another program has made in this folder were added.</source>
        <translation>다른 프로그램이 이 폴더에 그린 상자를 더했습니다.</translation>
    </message>
    <message>
        <source>The boxes cannot be kept. {reason} They are here until the window is closed.</source>
        <translation>상자를 저장할 수 없습니다. {reason} 창을 닫을 때까지는 남아 있습니다.</translation>
    </message>
    <message>
        <source>draw box</source>
        <translation>상자 그리기</translation>
    </message>
    <message>
        <source>mend box</source>
        <translation>상자 고치기</translation>
    </message>
    <message>
        <source>remove box</source>
        <translation>상자 삭제</translation>
    </message>
    <message>
        <source>accept region</source>
        <translation>영역 그대로 쓰기</translation>
    </message>
    <message>
        <source>accept all regions</source>
        <translation>모든 영역 그대로 쓰기</translation>
    </message>
    <message>
        <source>The regions of {count:,} pictures are boxes now; undo takes them back.</source>
        <translation>사진 {count:,}장의 영역을 상자로 만들었습니다. 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>BoxList</name>
    <message>
        <source>Boxes of this picture</source>
        <translation>이 사진의 상자</translation>
    </message>
</context>
<context>
    <name>BoxMode</name>
    <message>
        <source>{done:,} of {count:,} pictures have a box.</source>
        <translation>사진 {count:,}장 중 {done:,}장에 상자가 있습니다.</translation>
    </message>
    <message>
        <source>Train with these boxes</source>
        <translation>이 상자로 학습하기</translation>
    </message>
</context>
<context>
    <name>BoxPanel</name>
    <message>
        <source>Back (Esc); every box is kept already</source>
        <translation>돌아가기 (Esc); 상자는 이미 모두 저장되었습니다</translation>
    </message>
    <message>
        <source>Pictures with a box</source>
        <translation>상자가 있는 사진</translation>
    </message>
    <message>
        <source>Train with these boxes</source>
        <translation>이 상자로 학습하기</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Draw a box; on an edge or in the chosen box: mend it</source>
        <translation>상자 그리기. 가장자리나 고른 상자 안에서 끌면 그 상자 고치기</translation>
    </message>
    <message>
        <source>Click, 1 – 9</source>
        <translation>클릭, 1 – 9</translation>
    </message>
    <message>
        <source>Choose a box</source>
        <translation>상자 고르기</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>Space, Enter</translation>
    </message>
    <message>
        <source>Accept the region, and go to the next picture</source>
        <translation>영역을 그대로 쓰고 다음 사진으로 가기</translation>
    </message>
    <message>
        <source>Next and previous picture</source>
        <translation>다음 사진, 이전 사진</translation>
    </message>
    <message>
        <source>Next picture in which the search was not sure</source>
        <translation>물체를 확실히 찾지 못한 다음 사진</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the chosen box</source>
        <translation>고른 상자 삭제</translation>
    </message>
    <message>
        <source>A new box in the middle</source>
        <translation>가운데에 새 상자 만들기</translation>
    </message>
    <message>
        <source>Shift + arrows, Ctrl + arrows</source>
        <translation>Shift + 화살표, Ctrl + 화살표</translation>
    </message>
    <message>
        <source>Move the chosen box, make it larger or smaller</source>
        <translation>고른 상자 옮기기, 크기 바꾸기</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Y</source>
        <translation>Ctrl+Z, Ctrl+Y</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>실행 취소, 다시 실행</translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation>휠, + 와 -</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대·축소</translation>
    </message>
    <message>
        <source>Space or middle button + drag</source>
        <translation>Space 또는 가운데 단추 + 끌기</translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation>확대한 사진 움직이기</translation>
    </message>
    <message>
        <source>0 or F</source>
        <translation>0 또는 F</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>사진 전체 보기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>사진으로 돌아가기</translation>
    </message>
    <message>
        <source>Accept the region, and go to the next picture (Space)</source>
        <translation>영역을 그대로 쓰고 다음 사진으로 가기 (Space)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>그대로 쓰기</translation>
    </message>
    <message>
        <source>The next picture without a box in which the search was not sure (U)</source>
        <translation>상자가 없고 물체를 확실히 찾지 못한 다음 사진 (U)</translation>
    </message>
    <message>
        <source>Next unsure</source>
        <translation>다음 불확실한 사진</translation>
    </message>
    <message>
        <source>A box is as large as the object. A training adds a margin, and makes it square.</source>
        <translation>상자는 물체 크기에 맞추세요. 학습할 때 여백을 더해 정사각형으로 만듭니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Each picture without a box gets the region that the run has read of it; undo takes them back</source>
        <translation>상자가 없는 사진마다 학습에서 읽은 영역을 상자로 만듭니다. 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>Accept all regions</source>
        <translation>모든 영역 그대로 쓰기</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>상자</translation>
    </message>
</context>
<context>
    <name>BoxView</name>
    <message>
        <source>Picture to draw boxes in</source>
        <translation>상자를 그릴 사진</translation>
    </message>
</context>
<context>
    <name>CamStrip</name>
    <message>
        <source>Row {row}, column {column}: {first} + {second} + {third} + all others {rest} = CAM {cam}</source>
        <translation>{row}행 {column}열: {first} + {second} + {third} + 나머지 {rest} = CAM {cam}</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>1 filter</source>
        <translation>필터 1개</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>never fires</source>
        <translation>반응하지 않음</translation>
    </message>
    <message>
        <source>answers to the background</source>
        <translation>배경에 반응</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>불안정</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
    <message>
        <source>Part {n}</source>
        <translation>부위 {n}</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
</context>
<context>
    <name>CategoryCard</name>
    <message>
        <source>Categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외한 사진</translation>
    </message>
</context>
<context>
    <name>ChapterList</name>
    <message>
        <source>Chapters</source>
        <translation>장 목록</translation>
    </message>
</context>
<context>
    <name>CheckUpCard</name>
    <message>
        <source>Progress of the check-up</source>
        <translation>점검 진행 상황</translation>
    </message>
    <message>
        <source>Draw boxes around the object in the pictures on show, to train on what is in them (Ctrl+B)</source>
        <translation>지금 보이는 사진에서 물체에 상자를 그려, 그 안만으로 학습합니다 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Draw boxes…</source>
        <translation>상자 그리기…</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Kinds of problems</source>
        <translation>문제의 종류</translation>
    </message>
    <message>
        <source>What it concerns</source>
        <translation>해당하는 것</translation>
    </message>
    <message>
        <source>Show in the grid only the pictures that this is about</source>
        <translation>여기에 해당하는 사진만 격자에 보이기</translation>
    </message>
    <message>
        <source>Show these pictures</source>
        <translation>이 사진들만 보기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Show the chosen one in its folder</source>
        <translation>고른 것을 폴더에서 보기</translation>
    </message>
    <message>
        <source>Each picture is opened to see if it can be used.</source>
        <translation>쓸 수 있는지 알아보려고 사진을 하나씩 엽니다.</translation>
    </message>
    <message>
        <source>One picture of each group stays</source>
        <translation>묶음마다 사진 1장은 남습니다</translation>
    </message>
    <message>
        <source>Take it in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Take all {count:,} in again</source>
        <translation>{count:,}장 모두 다시 포함</translation>
    </message>
    <message>
        <source>Leave out the copy</source>
        <translation>사본 제외</translation>
    </message>
    <message>
        <source>Leave out {count:,} copies</source>
        <translation>사본 {count:,}장 제외</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Leave all {count:,} out</source>
        <translation>{count:,}장 모두 제외</translation>
    </message>
    <message>
        <source>Leave out its copy</source>
        <translation>이 사진의 사본 제외</translation>
    </message>
    <message>
        <source>Leave out its {count:,} copies</source>
        <translation>이 사진의 사본 {count:,}장 제외</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{total:,}개 중 {done:,}개</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.mat)</source>
        <translation>가중치 (*.safetensors *.pth *.pt *.mat)</translation>
    </message>
</context>
<context>
    <name>ComparisonController</name>
    <message>
        <source>Does a filter answer to the same thing in every picture? A white frame marks where it looks; without a frame it hardly answers. Click a picture to look closer.</source>
        <translation>필터가 모든 사진에서 같은 것에 반응하나요? 흰 테두리는 필터가 보는 곳입니다. 테두리가 없으면 거의 반응하지 않습니다. 사진을 누르면 자세히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>{category} · follows {value}</source>
        <translation>{category} · 부위 추종 점수 {value}</translation>
    </message>
    <message>
        <source>follows {value}</source>
        <translation>부위 추종 점수 {value}</translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>{count} of {all} pictures that show {shown} were answered with {named}</source>
        <translation>실제 {shown} 사진 {all}장 중 {count}장에 답: {named}</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>What was shown, in rows, and what was answered, in columns</source>
        <translation>실제가 행, 답이 열</translation>
    </message>
</context>
<context>
    <name>ConversionForm</name>
    <message>
        <source>Look inside</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>See the layer as it is: nothing is trained</source>
        <translation>층을 있는 그대로 봅니다. 아무것도 학습하지 않습니다</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Let the layer learn to keep its filters to parts</source>
        <translation>필터가 부위에 머물도록 층을 학습합니다</translation>
    </message>
    <message>
        <source>The layer and what lies above it learn from your pictures, with the network&apos;s own answers as the target, so that filters hold parts: do not expect several different parts, and expect its answers to change; the run tells by how much. Your file stays as it is.</source>
        <translation>필터가 부위를 짚도록, 고른 층과 그 위의 층이 내 사진으로 배웁니다. 목표로는 네트워크 자신의 답을 씁니다. 서로 다른 부위가 여럿 나오기는 어렵고, 네트워크의 답도 바뀝니다. 얼마나 바뀌었는지는 실행 기록에 나옵니다. 가중치 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>How often all training pictures are gone through</source>
        <translation>모든 학습 사진을 도는 횟수</translation>
    </message>
    <message>
        <source>Pictures in one step; fewer need less memory</source>
        <translation>한 단계에 쓰는 사진 수. 적을수록 메모리를 덜 씁니다</translation>
    </message>
    <message>
        <source>The highest rate of the schedule; a lower one changes the answers less</source>
        <translation>학습 중 가장 높은 학습률. 낮을수록 답이 덜 바뀝니다</translation>
    </message>
    <message>
        <source>How hard filters are pushed to one place; less changes the answers less</source>
        <translation>필터를 한곳으로 이끄는 세기. 작을수록 답이 덜 바뀝니다</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Weight of the filter loss</source>
        <translation>필터 손실의 가중치</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>학습 방법</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>It shows {category} ({key})</source>
        <translation>{category} 사진입니다 ({key})</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Find the parts that a neural network has learned in your photographs</source>
        <translation>신경망이 내 사진에서 배운 부위를 찾습니다</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The engine cannot be loaded: {error}</source>
        <translation>엔진을 불러올 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>PyTorch cannot be used ({error}). Install torch and torchvision together, from one place.</source>
        <translation>PyTorch를 쓸 수 없습니다 ({error}). torch와 torchvision을 같은 곳에서 함께 설치하세요.</translation>
    </message>
</context>
<context>
    <name>EpochHistoryController</name>
    <message>
        <source>Filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
</context>
<context>
    <name>EpochSlider</name>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Go through the epochs: Left and Right, Home and End</source>
        <translation>에포크 훑기: ←, →, Home, End</translation>
    </message>
    <message>
        <source>Pin pictures</source>
        <translation>사진 고정</translation>
    </message>
    <message>
        <source>Choose up to {most} pictures to watch</source>
        <translation>지켜볼 사진을 {most}장까지 고르기</translation>
    </message>
    <message>
        <source>Where the filter that answers strongest looks, after each epoch.</source>
        <translation>에포크마다 가장 세게 반응하는 필터가 보는 곳.</translation>
    </message>
    <message>
        <source>Pinned pictures</source>
        <translation>고정한 사진</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>에포크 {epoch}/{epochs}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing is chosen: choose filters, pictures and kinds of files.</source>
        <translation>고른 것이 없습니다. 필터, 사진, 파일의 종류를 고르세요.</translation>
    </message>
    <message>
        <source>Files cannot be written into {folder} ({reason}). Those already there are whole. Make room or choose another folder; begun again in the same one, the export goes on where it stopped.</source>
        <translation>{folder} 폴더에 파일을 쓸 수 없습니다 ({reason}). 이미 있는 것은 온전합니다. 자리를 마련하거나 다른 폴더를 고르세요. 같은 폴더에서 다시 시작하면 멈춘 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>{folder} holds {name}, and nothing says which run it is of. Choose an empty folder: nothing that is there is touched.</source>
        <translation>{folder} 폴더에 {name}이(가) 있는데 어느 실행 기록의 것인지 적혀 있지 않습니다. 빈 폴더를 고르세요. 거기 있는 것은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>{folder} holds an export of another run or network. Choose an empty folder.</source>
        <translation>{folder} 폴더에는 다른 실행 기록이나 네트워크에서 내보낸 것이 있습니다. 빈 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{folder} holds an export that does not say exactly which run it is of: an earlier version wrote it, or its {name} is damaged. Choose an empty folder.</source>
        <translation>{folder} 폴더에는 어느 실행 기록의 것인지 정확히 적혀 있지 않은 내보내기가 있습니다. 이전 버전이 썼거나 {name} 파일이 손상되었습니다. 빈 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The names and notes in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the run itself is whole.</source>
        <translation>{path} 파일의 이름과 메모를 읽을 수 없습니다 ({error}). 파일을 고치거나, 이름을 바꾸고 새로 시작하세요. 실행 기록 자체는 온전합니다.</translation>
    </message>
    <message>
        <source>{name}: a report is written as .html or .pdf. Give the file one of these ends.</source>
        <translation>{name}: 보고서는 .html 또는 .pdf로 씁니다. 파일 이름을 둘 중 하나로 끝내세요.</translation>
    </message>
    <message>
        <source>The training of the {network} network diverged in epoch {epoch}. Lower the learning rate (now {rate:.1e}) or the strength (now {strength:g}), and start again.</source>
        <translation>{network} 네트워크의 학습이 에포크 {epoch}에서 발산했습니다. 학습률(현재 {rate:.1e})이나 세기(현재 {strength:g})를 낮추고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The memory was not enough for a step of {batch} pictures, not even where they go through the backbone one by one. Choose a smaller batch or another backbone, or close other programs, and start again.</source>
        <translation>사진 {batch}장의 한 단계에 메모리가 부족했습니다. 백본에 한 장씩 통과시켜도 모자랐습니다. 배치를 줄이거나 다른 백본을 고르거나 다른 프로그램을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The memory was not enough for a step of {batch} pictures in {pieces} pieces. Take twice as many pieces (--pieces {more}), which teaches the same with less memory, or choose a smaller batch, or close other programs, and start again.</source>
        <translation>사진 {batch}장을 {pieces}조각으로 나눈 단계에도 메모리가 모자랐습니다. 같은 것을 덜 쓰는 메모리로 배우는 두 배의 조각(--pieces {more})을 쓰거나, 배치를 줄이거나, 다른 프로그램을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The memory was not enough for a step of {batch} pictures. Choose a smaller batch or fewer filters, or close other programs, and start again.</source>
        <translation>사진 {batch}장의 한 단계에 메모리가 모자랐습니다. 배치나 필터를 줄이거나 다른 프로그램을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{mismatch}
({error})</source>
        <translation>{mismatch}
({error})</translation>
    </message>
    <message>
        <source>A single column holds only stages and positions. Leave the others out, or --column.</source>
        <translation>한 단에는 단계와 위치 그림만 들어갑니다. 나머지를 빼거나 --column을 쓰지 마세요.</translation>
    </message>
    <message>
        <source>There is no language {code}. Choose one of: {languages}.</source>
        <translation>{code} 언어는 없습니다. 다음 중에서 고르세요: {languages}.</translation>
    </message>
    <message>
        <source>There is no filter {filter}: this run has filters 0 to {count}.</source>
        <translation>필터 {filter}은(는) 없습니다. 이 실행 기록의 필터는 0에서 {count}까지입니다.</translation>
    </message>
    <message>
        <source>There is no figure {kind}. Choose one of: {kinds}.</source>
        <translation>{kind}(이)라는 그림은 없습니다. 다음 중에서 선택하세요: {kinds}.</translation>
    </message>
    <message>
        <source>The run has no picture {name}. Its pictures are listed in {run}.</source>
        <translation>실행 기록에 {name} 사진이 없습니다. 사진 목록은 {run}에 있습니다.</translation>
    </message>
    <message>
        <source>Filter {filter} fires on no picture of its category. Name one by --picture.</source>
        <translation>필터 {filter}: 그 범주의 어느 사진에도 반응하지 않습니다. --picture로 사진을 지정하세요.</translation>
    </message>
    <message>
        <source>{repeat} is no manifest of an experiment ({error}). Give a study.toml.</source>
        <translation>{repeat}: 실험의 명세가 아닙니다 ({error}). study.toml을 지정하세요.</translation>
    </message>
    <message>
        <source>{name} answers from whole maps: its masks change nothing. To compare, train with --answer votes.</source>
        <translation>{name}의 답은 맵 전체를 읽으므로 마스크를 꺼도 달라지지 않습니다. 비교하려면 --answer votes로 학습하세요.</translation>
    </message>
    <message>
        <source>No filter of {name} holds a part: name filters with --filters instead.</source>
        <translation>{name}에는 부위를 짚는 필터가 없습니다. --filters로 필터를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no category {name} in this run. It has: {names}.</source>
        <translation>이 실행 기록에 {name} 범주가 없습니다. 있는 범주: {names}.</translation>
    </message>
    <message>
        <source>No filter of {name} holds a part: a slice can only tell of {others}.</source>
        <translation>{name}에는 부위를 짚는 필터가 없습니다. 사진 묶음의 조건으로는 다음만 쓸 수 있습니다: {others}.</translation>
    </message>
    <message>
        <source>There is no part {wrong}: this run has parts 1 to {count}.</source>
        <translation>부위 {wrong}은(는) 없습니다. 이 실행 기록의 부위는 1에서 {count}까지입니다.</translation>
    </message>
    <message>
        <source>These parts belong to different categories ({names}), and no picture shows both. Join them with “or”, or say in pictures of which category: “category {first} and …”.</source>
        <translation>서로 다른 범주({names})의 부위이므로 둘 다 보이는 사진은 없습니다. “or”로 잇거나, 어느 범주의 사진에서 볼지 적으세요: “category {first} and …”.</translation>
    </message>
    <message>
        <source>These settings cannot be used: {wrong}</source>
        <translation>이 설정은 쓸 수 없습니다: {wrong}</translation>
    </message>
    <message>
        <source>The file is not valid TOML: {error}</source>
        <translation>올바른 TOML 파일이 아닙니다: {error}</translation>
    </message>
    <message>
        <source>left out: {error}</source>
        <translation>제외함: {error}</translation>
    </message>
    <message>
        <source>{path} holds no samples.obj.bndbox; {again}</source>
        <translation>{path}에 samples.obj.bndbox가 없습니다; {again}</translation>
    </message>
    <message>
        <source>{path} speaks of {count} pictures, but there are {count2}; take both from one copy</source>
        <translation>{path}에는 사진이 {count}장이라고 하는데 실제로는 {count2}장입니다. 둘 다 같은 사본에서 가져오세요</translation>
    </message>
    <message>
        <source>{path}, entry {i}: no pairs of (row, column) and (height, width)</source>
        <translation>{path}, 항목 {i}: (행, 열)과 (높이, 너비)의 쌍이 없음</translation>
    </message>
    <message>
        <source>{path}, entry {i}: a value is not a number; {again}</source>
        <translation>{path}, 항목 {i}: 값이 수가 아님; {again}</translation>
    </message>
    <message>
        <source>none of its pictures can be used</source>
        <translation>쓸 수 있는 사진이 없습니다</translation>
    </message>
    <message>
        <source>line {line}: {name} has a second category; give each picture one</source>
        <translation>{line}줄: {name}의 범주가 두 개입니다. 사진마다 하나만 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: there is no category &apos;{category}&apos; in this folder; it has {categories}</source>
        <translation>{line}줄: 이 폴더에는 &apos;{category}&apos; 범주가 없습니다. 있는 범주: {categories}</translation>
    </message>
    <message>
        <source>not used: {error}</source>
        <translation>쓰지 않음: {error}</translation>
    </message>
    <message>
        <source>1 picture takes another category than its folder&apos;s ({file}).</source>
        <translation>사진 1장은 폴더와 다른 범주로 정정했습니다({file}).</translation>
    </message>
    <message>
        <source>{count} pictures take other categories than their folders&apos; ({file}).</source>
        <translation>사진 {count}장은 폴더와 다른 범주로 정정했습니다({file}).</translation>
    </message>
    <message>
        <source>The corrections cannot be written to {path} ({reason}). Allow writing in the folder of the pictures, or copy it to a place where you may write, and open it there.</source>
        <translation>정정한 내용을 {path}에 쓸 수 없습니다({reason}). 사진 폴더에 쓰기를 허용하거나, 폴더를 쓸 수 있는 곳에 복사해 그곳에서 여세요.</translation>
    </message>
    <message>
        <source>{count} of {all} pictures have no source, such as {name}: nothing ties them to others</source>
        <translation>사진 {all}장 가운데 {count}장에 출처가 없습니다(예: {name}). 이 사진들은 다른 사진과 함께 두지 않습니다</translation>
    </message>
    <message>
        <source>not read, for {name} is there too</source>
        <translation>{name}도 있어 읽지 않음</translation>
    </message>
    <message>
        <source>{count} pictures are nearly alike, such as {examples}: they are kept on one side of the split. If they are different pictures from one camera, give each a source of its own in groups.csv (image,source).</source>
        <translation>사진 {count}장이 거의 같아(예: {examples}) 나눔의 한쪽에 함께 둡니다. 한 카메라로 찍은 서로 다른 사진이라면 groups.csv(image,source)에 사진마다 다른 출처를 적어 주세요.</translation>
    </message>
    <message>
        <source>Pictures that are in several categories: {count}, such as {examples}. Nothing is learned from what contradicts itself: keep each in one category.</source>
        <translation>여러 범주에 들어 있는 사진: {count}개, 예: {examples}. 서로 모순되는 사진에서는 배울 것이 없으니 한 범주에만 두세요.</translation>
    </message>
    <message>
        <source>left out, for it is a near copy of {name}, which another side of the split holds</source>
        <translation>제외함: 나눔의 다른 쪽에 있는 {name} 사진과 거의 같음</translation>
    </message>
    <message>
        <source>left out, for it is a copy of {name}, which another side of the split holds</source>
        <translation>제외함: 나눔의 다른 쪽에 있는 {name} 사진의 사본</translation>
    </message>
    <message>
        <source>left out, for it is of the same source as {name}, which another side of the split holds</source>
        <translation>제외함: 나눔의 다른 쪽에 있는 {name} 사진과 출처가 같음</translation>
    </message>
    <message>
        <source>it is not there: the split is made here, instead of the official one</source>
        <translation>파일이 없습니다. 공식 나눔 대신 여기서 나눕니다</translation>
    </message>
    <message>
        <source>{root}, line {line}: {parts} has no part {part}; take both from one copy</source>
        <translation>{root}, {line}줄: {parts}에 부위 {part}이(가) 없습니다. 둘 다 같은 사본에서 가져오세요</translation>
    </message>
    <message>
        <source>{boxes} has no box for it: left out</source>
        <translation>{boxes}에 상자가 없어 제외함</translation>
    </message>
    <message>
        <source>{labels} and {classes} give it no class: left out</source>
        <translation>{labels}와(과) {classes}에 범주가 없어 제외함</translation>
    </message>
    <message>
        <source>{list} does not name it: left out</source>
        <translation>{list}에 이름이 없어 제외함</translation>
    </message>
    <message>
        <source>{root}, line {line}: the id {number} is there twice; {again}</source>
        <translation>{root}, {line}줄: 번호 {number}이(가) 두 번 있음; {again}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}); {again}</source>
        <translation>{path}: 읽을 수 없음 ({why}); {again}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {count} values of {columns}; {again}</source>
        <translation>{path}, {line}줄: 값 {columns}개 중 {count}개; {again}</translation>
    </message>
    <message>
        <source>{path}, line {line}: &apos;{values}&apos; are not numbers; {again}</source>
        <translation>{path}, {line}줄: &apos;{values}&apos;은(는) 수가 아님; {again}</translation>
    </message>
    <message>
        <source>{path} {error}; {again}</source>
        <translation>{path} {error}; {again}</translation>
    </message>
    <message>
        <source>its box is not made of numbers: left out</source>
        <translation>상자가 수로 되어 있지 않아 제외함</translation>
    </message>
    <message>
        <source>its box has no size: left out</source>
        <translation>상자에 크기가 없어 제외함</translation>
    </message>
    <message>
        <source>its box holds {area:.0f} pixels: fewer than {least_area} are left out</source>
        <translation>상자가 {area:.0f}픽셀입니다. {least_area}픽셀보다 작으면 제외합니다</translation>
    </message>
    <message>
        <source>the path leads out of the data set: left out</source>
        <translation>경로가 데이터 밖으로 나가 제외함</translation>
    </message>
    <message>
        <source>not a picture: left out</source>
        <translation>사진이 아니어서 제외함</translation>
    </message>
    <message>
        <source>{count} of its photographs are not there, the first is {missing}: left out</source>
        <translation>사진 {count}장이 없어 제외함, 첫 번째: {missing}</translation>
    </message>
    <message>
        <source>The {title} folder {root} cannot be used: {error}.</source>
        <translation>{title} 폴더 {root}: 쓸 수 없습니다. {error}.</translation>
    </message>
    <message>
        <source>the picture lies beside the categories: move it into one of them</source>
        <translation>사진이 범주 옆에 있습니다. 범주 중 하나로 옮기세요</translation>
    </message>
    <message>
        <source>it holds a split of its own beside {sides}: not taken as a category</source>
        <translation>{sides} 옆에 있으면서 그 안에 따로 나눔이 있어 범주로 보지 않습니다</translation>
    </message>
    <message>
        <source>the folder holds no picture: not taken as a category</source>
        <translation>폴더에 사진이 없어 범주로 보지 않습니다</translation>
    </message>
    <message>
        <source>a link to a folder that is read already: not followed</source>
        <translation>이미 읽은 폴더로 가는 링크라 따라가지 않습니다</translation>
    </message>
    <message>
        <source>the folder cannot be read ({strerror})</source>
        <translation>폴더를 읽을 수 없습니다 ({strerror})</translation>
    </message>
    <message>
        <source>There is no folder {root}. Check the path, or choose another folder.</source>
        <translation>{root} 폴더가 없습니다. 경로를 확인하거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{root} is a file, not a folder. Choose the folder that holds your pictures.</source>
        <translation>{root}: 폴더가 아니라 파일입니다. 사진이 든 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The folder {root} cannot be read ({strerror}). Check its permissions.</source>
        <translation>{root} 폴더를 읽을 수 없습니다 ({strerror}). 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>what Partscope has written itself: not taken as pictures</source>
        <translation>Partscope가 직접 쓴 결과이므로 사진으로 보지 않습니다</translation>
    </message>
    <message>
        <source>its name is not valid Unicode: rename it</source>
        <translation>이름이 올바른 유니코드가 아닙니다. 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>a link that leads nowhere</source>
        <translation>어디로도 가지 않는 링크</translation>
    </message>
    <message>
        <source>not a file that can be opened</source>
        <translation>열 수 없는 파일</translation>
    </message>
    <message>
        <source>this kind of picture ({ending}) cannot be read: convert it to JPEG or PNG</source>
        <translation>이런 종류의 사진({ending})은 읽을 수 없습니다. JPEG나 PNG로 바꾸세요</translation>
    </message>
    <message>
        <source>not a picture ({ending})</source>
        <translation>사진이 아닙니다 ({ending})</translation>
    </message>
    <message>
        <source>The folder {root} holds no picture. Choose a folder with PNG, JPEG, BMP, GIF, WebP or TIFF files.</source>
        <translation>{root} 폴더에 사진이 없습니다. PNG, JPEG, BMP, GIF, WebP, TIFF 파일이 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The folder {root} holds no picture. {count} entries were passed over ({path}: {reason}). Choose a folder with PNG, JPEG, BMP, GIF, WebP or TIFF files.</source>
        <translation>{root} 폴더에 사진이 없습니다. {count}개 항목을 지나쳤습니다 ({path}: {reason}). PNG, JPEG, BMP, GIF, WebP, TIFF 파일이 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>A part needs a name, such as head.</source>
        <translation>부위에는 &apos;머리&apos; 같은 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>There is a part called {plain} already. Give each part its own name.</source>
        <translation>{plain}: 그런 부위가 이미 있습니다. 부위마다 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{count} of {rows} landmarks are guesses of a network ({column}), and what is measured by them flatters the network that made them; correct them first</source>
        <translation>랜드마크 {rows}개 중 {count}개는 네트워크가 추정한 것입니다({column}). 이것으로 재면 그 네트워크에 유리하게 나오므로 먼저 고치세요</translation>
    </message>
    <message>
        <source>line {line}: {name} has a second &apos;{part}&apos;; give each part its own name</source>
        <translation>{line}줄: {name}에 &apos;{part}&apos;이(가) 또 있습니다. 부위마다 다른 이름을 쓰세요</translation>
    </message>
    <message>
        <source>The landmarks in {path} cannot be used: {error}.</source>
        <translation>{path}의 기준점을 쓸 수 없습니다: {error}.</translation>
    </message>
    <message>
        <source>its box ({box}) lies outside the picture of {width} x {height} pixels</source>
        <translation>상자({box})가 {width} x {height} 픽셀 사진 밖에 있습니다</translation>
    </message>
    <message>
        <source>the file is empty (0 bytes)</source>
        <translation>빈 파일입니다 (0바이트)</translation>
    </message>
    <message>
        <source>the file is too large: {size:.1f} GB, at most {max_bytes:.1f} GB are read</source>
        <translation>파일이 너무 큽니다: {size:.1f} GB, 최대 {max_bytes:.1f} GB까지 읽습니다</translation>
    </message>
    <message>
        <source>the file cannot be read ({strerror})</source>
        <translation>파일을 읽을 수 없습니다 ({strerror})</translation>
    </message>
    <message>
        <source>line {line}: this is not UTF-8 text; export the boxes again</source>
        <translation>{line}줄: UTF-8 글이 아닙니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>line {line}: this is not JSON ({error}), perhaps cut off; export the boxes again</source>
        <translation>{line}줄: JSON이 아닙니다({error}). 파일이 잘렸을 수 있습니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>this is not JSON ({error}), perhaps damaged; export the boxes again</source>
        <translation>JSON이 아닙니다({error}). 파일이 손상되었을 수 있습니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>there is no list {key}; export the boxes again</source>
        <translation>{key} 목록이 없습니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>entry {number} of {key} is {seen}, not an object in braces</source>
        <translation>{key}의 {number}번째 항목이 중괄호로 묶은 객체가 아니라 {seen}입니다</translation>
    </message>
    <message>
        <source>the picture is too large for this machine&apos;s memory; make it smaller</source>
        <translation>이 컴퓨터의 메모리에 비해 사진이 너무 큽니다. 줄이세요</translation>
    </message>
    <message>
        <source>the picture is too large: {size} are more than {most} million pixels; make it smaller</source>
        <translation>사진이 너무 큽니다: {size}, 최대 {most}백만 픽셀입니다. 줄이세요</translation>
    </message>
    <message>
        <source>the picture is too large: it has more than {most} million pixels; make it smaller</source>
        <translation>사진이 너무 큽니다: {most}백만 픽셀이 넘습니다. 줄이세요</translation>
    </message>
    <message>
        <source>it is a web page named {ending}: the download failed; get the picture again</source>
        <translation>이름은 {ending}이지만 웹 페이지입니다. 내려받기에 실패했으니 사진을 다시 받으세요</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer named {ending}, not the picture: run “git lfs pull”</source>
        <translation>이름은 {ending}이지만 사진이 아니라 Git LFS 포인터입니다. “git lfs pull”을 실행하세요</translation>
    </message>
    <message>
        <source>its format is {kind}, which is no picture, although it is named {ending}</source>
        <translation>이름은 {ending}이지만 형식은 {kind}이며 사진이 아닙니다</translation>
    </message>
    <message>
        <source>it is not a picture, although it is named {ending}</source>
        <translation>{ending} 이름이 붙어 있지만 사진이 아닙니다</translation>
    </message>
    <message>
        <source>its format is {kind}, although it is named {ending}; convert it to JPEG or PNG</source>
        <translation>이름은 {ending}이지만 형식은 {kind}입니다. JPEG나 PNG로 바꾸세요</translation>
    </message>
    <message>
        <source>the picture is damaged: the file ends too early</source>
        <translation>사진이 손상되었습니다: 파일이 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>this kind of picture cannot be read ({text}); convert it to JPEG or PNG</source>
        <translation>이런 종류의 사진은 읽을 수 없습니다 ({text}). JPEG나 PNG로 바꾸세요</translation>
    </message>
    <message>
        <source>the picture is damaged ({text})</source>
        <translation>사진이 손상되었습니다 ({text})</translation>
    </message>
    <message>
        <source>The landmarks of {root} cannot be used: {error}.</source>
        <translation>{root}의 기준점을 쓸 수 없습니다: {error}.</translation>
    </message>
    <message>
        <source>The parts of {root} cannot be used: {error}.</source>
        <translation>{root}의 부위를 쓸 수 없습니다: {error}.</translation>
    </message>
    <message>
        <source>put a whole copy in its place</source>
        <translation>온전한 사본으로 바꾸세요</translation>
    </message>
    <message>
        <source>The boxes in {path} cannot be used: {error}.</source>
        <translation>{path}의 상자를 쓸 수 없습니다: {error}.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}줄</translation>
    </message>
    <message>
        <source>line 1: no column {missing}; the columns are {columns}</source>
        <translation>1줄: {missing} 열이 없습니다. 열은 {columns}입니다</translation>
    </message>
    <message>
        <source>line {line_num}: {count} values, but {count2} columns</source>
        <translation>{line_num}줄: 값은 {count}개인데 열은 {count2}개입니다</translation>
    </message>
    <message>
        <source>{count} of {rows} rows match no picture, the first is line {line} ({name}); the column image holds paths below the folder such as {example}</source>
        <translation>{rows}행 가운데 {count}행이 어느 사진과도 맞지 않습니다. 첫 번째는 {line}줄({name})입니다. image 열에는 {example} 같은 폴더 아래 경로를 씁니다</translation>
    </message>
    <message>
        <source>mend them, or remove the rows of pictures that are not here</source>
        <translation>행을 고치거나, 여기에 없는 사진의 행을 지우세요</translation>
    </message>
    <message>
        <source>line {line}: {name} has a second source; give each picture one</source>
        <translation>{line}줄: {name}의 출처가 두 개입니다. 사진마다 하나만 쓰세요</translation>
    </message>
    <message>
        <source>it names no source of a picture in this folder</source>
        <translation>이 폴더에 있는 사진의 출처가 하나도 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>line {line_num}: {error}</source>
        <translation>{line_num}줄: {error}</translation>
    </message>
    <message>
        <source>line {line}: this is not UTF-8 text; save the file as CSV UTF-8</source>
        <translation>{line}줄: UTF-8 글이 아닙니다. 파일을 CSV UTF-8로 저장하세요</translation>
    </message>
    <message>
        <source>put commas between the values where the file has {mark}</source>
        <translation>파일의 {mark} 자리에 쉼표를 써서 값을 나누세요</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>line 1: the column {name} is there twice; leave one of them out</source>
        <translation>1줄: {name} 열이 두 번 있습니다. 하나를 빼세요</translation>
    </message>
    <message>
        <source>line 1: the column {other} is not read; call it visible, with 1 or 0</source>
        <translation>1줄: {other} 열은 읽지 않습니다. 이름을 visible로 하고 1이나 0을 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: visible is &apos;{seen}&apos;; write 1 or 0</source>
        <translation>{line}줄: visible이 &apos;{seen}&apos;입니다. 1이나 0을 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: the part has no name</source>
        <translation>{line}줄: 부위에 이름이 없습니다</translation>
    </message>
    <message>
        <source>line {line}: {column} is &apos;{row}&apos;, which is not a number</source>
        <translation>{line}줄: {column} 값 &apos;{row}&apos;은(는) 수가 아닙니다</translation>
    </message>
    <message>
        <source>line {line}: {column} is &apos;{row}&apos;; write a point before decimals, nothing between thousands</source>
        <translation>{line}줄: {column} 값이 &apos;{row}&apos;입니다. 소수점은 점으로 쓰고, 천 단위에는 아무것도 넣지 마세요</translation>
    </message>
    <message>
        <source>The file {path} holds no landmark. Its columns are image,part,x,y,visible.</source>
        <translation>{path} 파일에 기준점이 없습니다. 열은 image,part,x,y,visible입니다.</translation>
    </message>
    <message>
        <source>None of the {rows} landmarks in {path} belongs to a picture of this folder and is visible. The column image holds paths below the folder such as {example}.</source>
        <translation>{path}의 기준점 {rows}개 중 이 폴더의 사진에 속하며 보이는 것이 없습니다. image 열에는 {example} 같은 폴더 아래 경로를 씁니다.</translation>
    </message>
    <message>
        <source>{alone} photographs have no annotation: left out</source>
        <translation>사진 {alone}장에 주석이 없어 제외함</translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}); {again}</source>
        <translation>{path}: 읽을 수 없음 ({strerror}); {again}</translation>
    </message>
    <message>
        <source>{path} holds no anno.objects; {again}</source>
        <translation>{path}에 anno.objects가 없습니다; {again}</translation>
    </message>
    <message>
        <source>{path} holds a mask that is none, or too large to be read; {again}</source>
        <translation>{path}의 마스크가 마스크가 아니거나 너무 커서 읽을 수 없습니다; {again}</translation>
    </message>
    <message>
        <source>{path}: a figure is written as .png, .svg or .pdf. Give the file one of these ends.</source>
        <translation>{path}: 그림은 .png, .svg, .pdf로 씁니다. 파일 이름을 그중 하나로 끝내세요.</translation>
    </message>
    <message>
        <source>holds no `layers`, as MatConvNet&apos;s simple networks do</source>
        <translation>MatConvNet의 단순한 네트워크에 있는 `layers`가 없음</translation>
    </message>
    <message>
        <source>{path} cannot be used for {network}: the file {error}. Choose another file or backbone.</source>
        <translation>{path}: {network}에 쓸 수 없습니다. 파일 문제: {error}. 다른 파일이나 백본을 고르세요.</translation>
    </message>
    <message>
        <source>ends before {layer}</source>
        <translation>{layer} 전에 끝남</translation>
    </message>
    <message>
        <source>has {found} as layer {place} where {layer} is expected</source>
        <translation>{place}번째 층이 {layer}이어야 하는데 {found}임</translation>
    </message>
    <message>
        <source>holds {layer} with another stride than {stride}: it is another network&apos;s</source>
        <translation>{layer}의 스트라이드가 {stride}이(가) 아님: 다른 네트워크의 것</translation>
    </message>
    <message>
        <source>holds {what} that are missing or too large to be read, where {wanted}</source>
        <translation>{wanted} 자리의 {what}이(가) 없거나 너무 커서 읽을 수 없음</translation>
    </message>
    <message>
        <source>holds {what} of shape {shape} where {wanted}</source>
        <translation>{wanted} 자리의 {what} 모양이 {shape}임</translation>
    </message>
    <message>
        <source>holds {what} that are not finite numbers ({wanted})</source>
        <translation>{what}에 유한하지 않은 수가 있음 ({wanted})</translation>
    </message>
    <message>
        <source>normalises with {tolist} in &apos;{own}&apos; where {said} is expected</source>
        <translation>&apos;{own}&apos;에서 {said}이어야 할 정규화가 {tolist}임</translation>
    </message>
    <message>
        <source>has no meta.normalization.averageImage of height x width x 3 or 3 numbers</source>
        <translation>높이 x 너비 x 3 또는 수 3개인 meta.normalization.averageImage가 없음</translation>
    </message>
    <message>
        <source>has a meta.normalization.averageImage that is no colour of 0..255</source>
        <translation>meta.normalization.averageImage가 0..255의 색이 아님</translation>
    </message>
    <message>
        <source>is damaged or cannot be read ({why})</source>
        <translation>손상되었거나 읽을 수 없음 ({why})</translation>
    </message>
    <message>
        <source>holds more, or deeper nested, values than any network or data set</source>
        <translation>어떤 네트워크나 데이터보다 많거나 깊은 값이 들어 있음</translation>
    </message>
    <message>
        <source>unfolds to more than any network&apos;s</source>
        <translation>어떤 네트워크보다 크게 풀림</translation>
    </message>
    <message>
        <source>is not a MATLAB file of version 5 or 7.3</source>
        <translation>MATLAB 5판이나 7.3판 파일이 아님</translation>
    </message>
    <message>
        <source>is damaged (an array of impossible shape)</source>
        <translation>손상됨 (배열의 모양이 불가능함)</translation>
    </message>
    <message>
        <source>is damaged (impossible names of fields)</source>
        <translation>손상됨 (필드 이름이 불가능함)</translation>
    </message>
    <message>
        <source>is damaged (a value reaches beyond the one around it)</source>
        <translation>손상됨 (값이 둘러싼 값을 벗어남)</translation>
    </message>
    <message>
        <source>is damaged (an array is described at impossible length)</source>
        <translation>손상됨 (배열의 길이가 불가능함)</translation>
    </message>
    <message>
        <source>is damaged (an element of impossible size)</source>
        <translation>손상됨 (요소의 크기가 불가능함)</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>중간에 끊김</translation>
    </message>
    <message>
        <source>is damaged (a value reaches beyond its end)</source>
        <translation>손상됨 (값이 끝을 벗어남)</translation>
    </message>
    <message>
        <source>leads to another file or another place in it, which MATLAB&apos;s never do</source>
        <translation>MATLAB 파일에는 없는, 다른 파일이나 다른 곳으로 가는 링크가 있음</translation>
    </message>
    <message>
        <source>is compressed as MATLAB&apos;s never are</source>
        <translation>MATLAB 파일에는 없는 방식으로 압축됨</translation>
    </message>
    <message>
        <source>is damaged (a chunk of impossible size)</source>
        <translation>손상됨 (조각의 크기가 불가능함)</translation>
    </message>
    <message>
        <source>unfolds to more than it says</source>
        <translation>말한 것보다 크게 풀림</translation>
    </message>
    <message>
        <source>The picture {name} is no longer in {images}. Put the folder back, or tell where it is now (window: Locate pictures; command: --images FOLDER).</source>
        <translation>{name} 사진이 {images}에 없습니다. 폴더를 되돌려 놓거나 지금 위치를 알려 주세요 (창: 사진 위치 지정; 명령: --images 폴더).</translation>
    </message>
    <message>
        <source>The numbers in {path} cannot be read ({error}). Train again to make them anew.</source>
        <translation>{path}의 수를 읽을 수 없습니다 ({error}). 다시 학습해 새로 만드세요.</translation>
    </message>
    <message>
        <source>No run folder can be made in {place} ({strerror}). Choose another place.</source>
        <translation>{place}에 실행 기록 폴더를 만들 수 없습니다 ({strerror}). 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>There are too many runs called {safe} in {place}.</source>
        <translation>{place}에 {safe} 이름의 실행 기록이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The picture {name} in {images} has changed since the run was trained: what the run stored does not belong to it. Put the old file back, or have the new one explained (window: Ask about a picture; command: explain).</source>
        <translation>{images}의 {name} 사진은 이 실행 기록의 학습이 끝난 뒤에 바뀌었습니다. 실행 기록에 저장된 것은 이 사진의 것이 아닙니다. 예전 파일을 되돌려 놓거나 새 사진의 설명을 요청하세요 (창: 사진에 대해 묻기; 명령: explain).</translation>
    </message>
    <message>
        <source>{path} is not a finished run: it holds no run.toml. Choose a folder made by Train.</source>
        <translation>{path}: run.toml이 없어 끝난 실행 기록이 아닙니다. 학습이 만든 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{path} was written by another version (format {value}). Train again with this one.</source>
        <translation>{path}: 다른 판에서 쓴 것입니다 (형식 {value}). 이 판으로 다시 학습하세요.</translation>
    </message>
    <message>
        <source>The run {path} is damaged ({error}). Restore it from a copy or train again.</source>
        <translation>실행 기록 {path}: 손상되었습니다 ({error}). 사본에서 되돌리거나 다시 학습하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({error}). Restore it from a copy or train again.</source>
        <translation>{path}: 읽을 수 없습니다 ({error}). 사본에서 되돌리거나 다시 학습하세요.</translation>
    </message>
    <message>
        <source>A creature can fill {least} to {most} of the picture, up to {several} of them {together} together. Give a smaller area or fewer creatures.</source>
        <translation>생물 하나는 사진의 {least}~{most}를 차지할 수 있고, {several}마리까지 모두 합해 {together}를 차지할 수 있습니다. 면적이나 마릿수를 줄이세요.</translation>
    </message>
    <message>
        <source>The sample cannot be written to {root} ({why}). Choose another place.</source>
        <translation>샘플을 {root}에 쓸 수 없습니다 ({why}). 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{root} holds something else than a sample. Choose another place, or empty it first.</source>
        <translation>{root}에 샘플이 아닌 것이 있습니다. 다른 곳을 고르거나 먼저 비우세요.</translation>
    </message>
    <message>
        <source>No picture of {category} is left for the side {name} of the split. Add pictures.</source>
        <translation>나눔의 {name} 쪽에 남은 {category} 사진이 없습니다. 사진을 더하세요.</translation>
    </message>
    <message>
        <source>There are too few readable pictures: {told}; at least {fewest} of each kind are needed. Add pictures, or choose another category or background.</source>
        <translation>읽을 수 있는 사진이 너무 적습니다: {told}. 종류마다 {fewest}장 이상 필요합니다. 사진을 더하거나 다른 범주나 배경을 고르세요.</translation>
    </message>
    <message>
        <source>Give either one category or several categories, not both.</source>
        <translation>범주 하나 또는 여러 범주 중 하나만 지정하세요.</translation>
    </message>
    <message>
        <source>Nothing is trained with a table that cannot be used. {path} in {root}: {reason}. Mend the file, or rename it if nothing is to be read from it.</source>
        <translation>쓸 수 없는 표가 있으면 학습하지 않습니다. {root}의 {path}: {reason}. 파일을 고치거나, 읽지 않을 파일이면 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is a category of {root}, and a word of its own here: rename that folder.</source>
        <translation>&apos;{name}&apos;은(는) {root}의 범주 이름이면서 여기서 따로 뜻이 있는 말입니다. 그 폴더의 이름을 바꿔 주세요.</translation>
    </message>
    <message>
        <source>No picture of {category} is left for the side {name} of the split: {count} of {all} are kept together, as copies or by groups.csv. Add others, or give different pictures sources of their own in groups.csv.</source>
        <translation>나눔의 {name} 쪽에 남은 {category} 사진이 없습니다. {all}장 가운데 {count}장을 복사본으로 보거나 groups.csv에 따라 함께 둡니다. 다른 사진을 더하거나, 서로 다른 사진이라면 groups.csv에 출처를 따로 적어 주세요.</translation>
    </message>
    <message>
        <source>There are no pictures in {root}.</source>
        <translation>{root}에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>There is no category {unknown} in {root}. It has: {categories}.</source>
        <translation>{root}에 {unknown} 범주가 없습니다. 있는 범주: {categories}.</translation>
    </message>
    <message>
        <source>Several categories are two or more; this folder has: {usable}.</source>
        <translation>여러 범주는 둘 이상이어야 합니다. 이 폴더의 범주: {usable}.</translation>
    </message>
    <message>
        <source>Choose the category whose parts are sought (--category): {usable}.</source>
        <translation>부위를 찾을 범주를 고르세요 (--category): {usable}.</translation>
    </message>
    <message>
        <source>One category has to be told from something: choose a background, or &apos;shuffled&apos;.</source>
        <translation>범주 하나는 무엇인가와 구별해야 합니다. 배경이나 &apos;shuffled&apos;를 고르세요.</translation>
    </message>
    <message>
        <source>{background} cannot be its own background. Choose another one, or &apos;shuffled&apos;.</source>
        <translation>{background}은(는) 자기 자신의 배경이 될 수 없습니다. 다른 것이나 &apos;shuffled&apos;를 고르세요.</translation>
    </message>
    <message>
        <source>Full training needs other pictures to tell it from: choose a background, or quick training.</source>
        <translation>전체 학습에는 구별할 다른 사진이 필요합니다. 배경을 고르거나 빠른 학습을 고르세요.</translation>
    </message>
    <message>
        <source>The background {background} is neither a category of {root} nor a folder. Choose one of: {categories}, {others}, {shuffled}.</source>
        <translation>배경 {background}은(는) {root}의 범주도 폴더도 아닙니다. 다음 중에서 고르세요: {categories}, {others}, {shuffled}.</translation>
    </message>
    <message>
        <source>{path} holds an experiment with {what}. Choose another place for this one.</source>
        <translation>{path}에 {what} 실험이 있습니다. 이 실험에는 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>No experiment can be kept in {path} ({strerror}). Choose another place.</source>
        <translation>{path}에 실험을 저장할 수 없습니다 ({strerror}). 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is not an experiment: it holds no {manifest}. Choose a folder made by &apos;experiment&apos;.</source>
        <translation>{path}: {manifest}이(가) 없어 실험이 아닙니다. &apos;experiment&apos;가 만든 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{path} was written by another version. Start the experiment anew in another folder.</source>
        <translation>{path}: 다른 판에서 쓴 것입니다. 다른 폴더에서 실험을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}). Restore it from a copy.</source>
        <translation>{path}: 손상되었습니다 ({error}). 사본에서 되돌리세요.</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}). Delete it and its .toml: it is made anew.</source>
        <translation>{file}: 손상되었습니다 ({error}). 그것과 .toml을 지우면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}). Delete it; the experiment makes it anew.</source>
        <translation>{file}: 손상되었습니다 ({error}). 지우면 실험이 새로 만듭니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error}). Restore it from a copy.</source>
        <translation>{file}: 읽을 수 없습니다 ({error}). 사본에서 되돌리세요.</translation>
    </message>
    <message>
        <source>There is no backbone called &apos;{name}&apos;. Choose one of {backbonename}.</source>
        <translation>&apos;{name}&apos; 백본은 없습니다. 다음 중에서 고르세요: {backbonename}.</translation>
    </message>
    <message>
        <source>torchvision&apos;s weights of {name} could not be downloaded ({error}). Check the connection, or download {url} on another machine and give the file&apos;s path as weights. The bundled weights of {bundled} need no network.</source>
        <translation>{name}의 torchvision 가중치를 내려받을 수 없습니다 ({error}). 연결을 확인하거나, 다른 컴퓨터에서 {url}을(를) 내려받아 그 파일의 경로를 가중치로 지정하세요. 내장 가중치가 있는 {bundled} 백본은 인터넷이 필요 없습니다.</translation>
    </message>
    <message>
        <source>There are no weights &apos;{weights}&apos; of {name}, only of {owners}. Choose {own}a file ({file}) or &apos;scratch&apos;, or another backbone.</source>
        <translation>{name}에는 &apos;{weights}&apos; 가중치가 없고 {owners}에만 있습니다. {own}파일({file}), &apos;scratch&apos; 또는 다른 백본을 고르세요.</translation>
    </message>
    <message>
        <source>There is no file of weights at {path}. Weights are {choices}.</source>
        <translation>{path}에 가중치 파일이 없습니다. 가중치: {choices}.</translation>
    </message>
    <message>
        <source>{path} is not a file of weights that can be read. Weights are {choices}.</source>
        <translation>{path}: 읽을 수 있는 가중치 파일이 아닙니다. 가중치: {choices}.</translation>
    </message>
    <message>
        <source>{path} is not a valid safetensors file ({error}). Get it again.</source>
        <translation>{path}: 올바른 safetensors 파일이 아닙니다 ({error}). 다시 받으세요.</translation>
    </message>
    <message>
        <source>{path} holds more than numbers, or is damaged; it is not opened, for it could run code. Save the network&apos;s state_dict() with torch.save, or as safetensors, and give that file.</source>
        <translation>{path}: 수가 아닌 것이 들어 있거나 손상되었습니다. 코드를 실행할 수 있어 열지 않습니다. 네트워크의 state_dict()를 torch.save나 safetensors로 저장해 그 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{path} is not a file that torch.save wrote, or it is damaged ({error}).</source>
        <translation>{path}: torch.save가 쓴 파일이 아니거나 손상되었습니다 ({error}).</translation>
    </message>
    <message>
        <source>{path} holds no state_dict. Save the network&apos;s state_dict() and give that file.</source>
        <translation>{path}에 state_dict가 없습니다. 네트워크의 state_dict()를 저장해 그 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>These weights have a layer {surplus} that {backbone} has not: they are another network&apos;s. Choose that network as backbone, or another file.</source>
        <translation>이 가중치에는 {backbone} 백본에 없는 {surplus} 층이 있습니다. 다른 네트워크의 것입니다. 그 네트워크를 백본으로 고르거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} cannot be used for {backbone}: MatConvNet&apos;s files are read for {owners}. Choose one of these as backbone, or other weights.</source>
        <translation>{path}: {backbone} 백본에 쓸 수 없습니다. MatConvNet 파일은 {owners} 백본에만 읽습니다. 그중 하나를 백본으로 고르거나 다른 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>These are not weights of {name}: the file {wrong}. Choose another file or backbone.</source>
        <translation>{name}의 가중치가 아닙니다. 파일 문제: {wrong}. 다른 파일이나 백본을 고르세요.</translation>
    </message>
    <message>
        <source>This training needs about {needed:.1f} GB in {place}, where {free:.1f} GB are free. Free some room, choose another place, or use fewer pictures.</source>
        <translation>이 학습에는 {place}에 약 {needed:.1f} GB가 필요한데 {free:.1f} GB가 비어 있습니다. 자리를 마련하거나 다른 곳을 고르거나 사진을 줄이세요.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a folder&apos;s name. Use letters, digits, spaces, - and _.</source>
        <translation>&apos;{name}&apos;은(는) 폴더 이름이 될 수 없습니다. 글자, 숫자, 공백, -, _를 쓰세요.</translation>
    </message>
    <message>
        <source>{path} is being trained in: rename it afterwards.</source>
        <translation>{path}에서 학습이 진행 중입니다. 끝난 뒤에 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>There is something called {name} in {place} already. Choose another name.</source>
        <translation>{place}에 {name} 이름이 이미 있습니다. 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>The run {path} cannot be renamed ({reason}). It stays as it is.</source>
        <translation>실행 기록 {path}의 이름을 바꿀 수 없습니다 ({reason}). 그대로 둡니다.</translation>
    </message>
    <message>
        <source>{path} is finished: there is nothing to go on with. Open it instead.</source>
        <translation>{path}은(는) 끝난 실행 기록이라 이어서 할 것이 없습니다. 대신 여세요.</translation>
    </message>
    <message>
        <source>{path} holds no training that could go on. Choose a folder that Train has begun.</source>
        <translation>{path}에는 이어서 할 학습이 없습니다. 학습이 시작된 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>What was begun in {path} cannot be read ({error}). Start the training anew.</source>
        <translation>{path}에서 시작된 내용을 읽을 수 없습니다({error}). 학습을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>Another Partscope is at work in {path}. Wait until it has ended, or stop it there, then try again.</source>
        <translation>다른 Partscope가 {path}에서 작업 중입니다. 끝날 때까지 기다리거나 그쪽에서 멈춘 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>{path} cannot be written to ({reason}). Allow writing there, or choose another place.</source>
        <translation>{path}에 쓸 수 없습니다({reason}). 쓰기를 허용하거나 다른 곳을 고르세요.</translation>
    </message>
    <message>
        <source>What was learned in {path} cannot be read ({error}). Start the training anew.</source>
        <translation>{path}에 보관된 학습 상태를 읽을 수 없습니다({error}). 학습을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>What was learned does not fit this training ({error}). Start the training anew.</source>
        <translation>보관된 학습 상태가 이 학습과 맞지 않습니다({error}). 학습을 새로 시작하세요.</translation>
    </message>
    <message>
        <source>Give a folder of pictures, or --resume with a run to go on with.</source>
        <translation>사진 폴더를 주거나, 이어서 할 실행 기록을 --resume으로 주세요.</translation>
    </message>
    <message>
        <source>{device}, on which it began, is not here: it goes on with the fastest there is.</source>
        <translation>학습을 시작한 장치 {device}이(가) 여기에 없어, 가장 빠른 장치로 이어 갑니다.</translation>
    </message>
    <message>
        <source>The pictures in {folder} are no longer those that {path} was learning from, so it cannot go on. Put them back as they were, or start a new training.</source>
        <translation>{folder}의 사진이 {path}이(가) 배우던 사진과 달라 이어서 할 수 없습니다. 사진을 원래대로 되돌리거나 새로 학습하세요.</translation>
    </message>
    <message>
        <source>Stopped; what was learned is kept in {path}. To go on: partscope train --resume {path}</source>
        <translation>멈췄습니다. 배운 것은 {path}에 보관되어 있습니다. 이어서 하려면: partscope train --resume {path}</translation>
    </message>
    <message>
        <source>What was learned before is kept in {path}: go on with it (Runs, or partscope train --resume), or measure it as it is (--as-it-is).</source>
        <translation>그전까지 배운 것은 {path}에 보관되어 있습니다. 이어서 하거나(실행 기록 화면 또는 partscope train --resume), 그대로 측정하세요(--as-it-is).</translation>
    </message>
    <message>
        <source>Quick training needs one process only: start it without torchrun.</source>
        <translation>빠른 학습은 프로세스 하나면 됩니다. torchrun 없이 시작하세요.</translation>
    </message>
    <message>
        <source>The weights {weights} are no longer those the training began with. Put them back.</source>
        <translation>가중치 {weights}이(가) 학습을 시작할 때의 것과 다릅니다. 원래 것으로 되돌리세요.</translation>
    </message>
    <message>
        <source>There is room for the maps of {most} pictures of each kind only, so not all {count} are used. Free some room, or allow more by $PARTSCOPE_CACHE_GB, and start again for all of them.</source>
        <translation>종류마다 사진 {most}장의 맵만 둘 자리가 있어 {count}장을 모두 쓰지는 않습니다. 모두 쓰려면 디스크를 비우거나 $PARTSCOPE_CACHE_GB로 더 허용한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Nothing was learned in {path} yet: there is nothing to measure. Resume it instead.</source>
        <translation>{path}에서는 아직 배운 것이 없어 측정할 것이 없습니다. 대신 이어서 학습하세요.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full: {name} could not be written. Free some room, then try again; what was there before is as it was.</source>
        <translation>{folder}의 디스크가 가득 차 {name}을(를) 쓰지 못했습니다. 자리를 비우고 다시 해 보세요. 전에 있던 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>{name} cannot be written in {folder} ({reason}). Choose another place, or allow writing there; what was there before is as it was.</source>
        <translation>{folder}에 {name}을(를) 쓸 수 없습니다({reason}). 다른 곳을 고르거나 쓰기를 허용하세요. 전에 있던 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>The name {name} is not valid Unicode and cannot be kept. Rename it and try again.</source>
        <translation>{name}은(는) 올바른 유니코드 이름이 아니어서 기록할 수 없습니다. 이름을 바꾼 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The picture {path} can no longer be read: {reason}. Put it back, or check the folder again.</source>
        <translation>사진 {path}을(를) 더는 읽을 수 없습니다: {reason}. 되돌려 놓거나 폴더를 다시 점검하세요.</translation>
    </message>
    <message>
        <source>processor, {threads} threads</source>
        <translation>프로세서, 스레드 {threads}개</translation>
    </message>
    <message>
        <source>There is no {name} here. Choose one of: {here}; or none, for the fastest.</source>
        <translation>여기에는 {name}이(가) 없습니다. 다음 중에서 고르세요: {here}. 비워 두면 가장 빠른 것을 씁니다.</translation>
    </message>
    <message>
        <source>The memory was not enough for {batch} pictures at once, so each step of the {network} network takes them through its backbone in {pieces} pieces: slower, and it learns the same.</source>
        <translation>사진 {batch}장을 한꺼번에 처리할 메모리가 부족해서, {network} 네트워크의 각 단계는 사진을 {pieces}조각으로 나누어 백본에 통과시킵니다. 느려지지만 배우는 것은 같습니다.</translation>
    </message>
    <message>
        <source>The file that was there cannot be understood; it is kept as {path}.</source>
        <translation>있던 파일을 읽을 수 없어 {path}(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>Another program has changed {count} of the marks that were changed here, first {part} in {name}.</source>
        <translation>여기서 바꾼 표시 가운데 {count}개를 다른 프로그램도 바꾸었습니다. 첫 번째는 {name}의 {part}입니다.</translation>
    </message>
    <message>
        <source>Another program has changed boxes in {count} of the pictures that were changed here, first {name}.</source>
        <translation>여기서 바꾼 사진 가운데 {count}장의 상자를 다른 프로그램도 바꾸었습니다. 첫 번째는 {name}입니다.</translation>
    </message>
    <message>
        <source>Those made here count; the others are kept in {path}.</source>
        <translation>여기서 한 표시를 쓰며, 다른 쪽의 표시는 {path}에 보관했습니다.</translation>
    </message>
    <message>
        <source>Boxes that were removed here and changed there are kept.</source>
        <translation>여기서 삭제했지만 거기서 바꾼 상자는 남겨 둡니다.</translation>
    </message>
    <message>
        <source>Marks that were removed here and changed there are kept.</source>
        <translation>여기서 지웠지만 그쪽에서 바꾼 표시는 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>Another program writes {path} all the time. Close it, then try again.</source>
        <translation>다른 프로그램이 {path}에 계속 쓰고 있습니다. 그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Pictures of {kind} values: {black} is read as black and {white} as white, in all alike.</source>
        <translation>{kind} 값의 사진: 모든 사진에서 똑같이 {black}을(를) 검은색, {white}을(를) 흰색으로 읽습니다.</translation>
    </message>
    <message>
        <source>{count} of them are nearly black by it ({name}): if they come from another camera, keep them in a folder of their own.</source>
        <translation>그중 {count}장은 이 기준으로 거의 검게 보입니다({name}). 다른 카메라의 사진이면 별도의 폴더에 두세요.</translation>
    </message>
    <message>
        <source>it is a TIFF of {bits}-bit {kind} numbers, {samples} a pixel ({details}), which cannot be read; save it as a TIFF of 8 or 16 bits without compression, or as PNG</source>
        <translation>읽을 수 없는 TIFF입니다({bits}비트 {kind} 값, 화소마다 {samples}개, {details}). 압축하지 않은 8비트나 16비트 TIFF 또는 PNG로 저장하세요</translation>
    </message>
    <message>
        <source>{entry}: the box is no larger than a pixel; write pixels, not shares</source>
        <translation>{entry}: 상자가 한 픽셀보다 크지 않습니다. 비율이 아니라 픽셀로 쓰세요</translation>
    </message>
    <message>
        <source>{entry}: the box lies outside of {name}, which has {wide} x {high} pixels; write its left and top, its width and height</source>
        <translation>{entry}: 상자가 {name}({wide} x {high}픽셀) 밖에 있습니다. 왼쪽과 위쪽 위치, 너비와 높이를 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: &apos;{part}&apos; is written &apos;{other}&apos; in line {first}; write each part one way</source>
        <translation>{line}줄: &apos;{part}&apos;이(가) {first}줄에는 &apos;{other}&apos;(으)로 적혀 있습니다. 부위 이름은 한 가지로 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: from here {count} points lie within 0 and 1; write pixels of the upright picture, not shares of it</source>
        <translation>{line}줄: 여기부터 점 {count}개가 0과 1 사이입니다. 비율이 아니라 바로 세운 사진의 픽셀로 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: from here all {count} points lie within 0 and 100, though the pictures are larger; write pixels of the upright picture, not percentages</source>
        <translation>{line}줄: 여기부터 점 {count}개가 모두 0과 100 사이인데 사진은 더 큽니다. 백분율이 아니라 바로 세운 사진의 픽셀로 쓰세요</translation>
    </message>
    <message>
        <source>line {line}: the point ({x:g}, {y:g}) lies outside of {name} ({count} such points in all); write visible 0 for a part that cannot be seen, or leave its row out</source>
        <translation>{line}줄: 점 ({x:g}, {y:g})이(가) {name} 밖에 있습니다(이런 점이 모두 {count}개). 보이지 않는 부위는 visible에 0을 쓰거나 그 행을 빼세요</translation>
    </message>
    <message>
        <source>line {line}: the point (0, 0) is the corner of {name} ({count} such points in all), which many programs write for a part that cannot be seen; write visible 0 for it, or leave its row out</source>
        <translation>{line}줄: 점 (0, 0)은 {name}의 모서리입니다(이런 점이 모두 {count}개). 많은 프로그램이 보이지 않는 부위를 이렇게 적습니다. visible에 0을 쓰거나 그 행을 빼세요</translation>
    </message>
    <message>
        <source>The categories were found in the folder {inner}.</source>
        <translation>범주는 폴더 {inner} 안에 있습니다.</translation>
    </message>
    <message>
        <source>These folders are taken for the sides of the split: {sides}.</source>
        <translation>다음 폴더를 나눔의 각 쪽으로 봅니다: {sides}.</translation>
    </message>
    <message>
        <source>{names} for training</source>
        <translation>학습: {names}</translation>
    </message>
    <message>
        <source>{names} for validation</source>
        <translation>검증: {names}</translation>
    </message>
    <message>
        <source>{names} for the test</source>
        <translation>시험: {names}</translation>
    </message>
    <message>
        <source>Beside them, each of these folders is taken for a category: {names}.</source>
        <translation>그 옆의 다음 폴더는 각각 범주로 봅니다: {names}.</translation>
    </message>
    <message>
        <source>These categories have no picture among those for training: {names}.</source>
        <translation>다음 범주에는 학습용 사진이 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{other} and {name} differ only by capital letters: taken for one category, {name}.</source>
        <translation>{other}와(과) {name}은(는) 대소문자만 다르므로 한 범주 {name}(으)로 봅니다.</translation>
    </message>
    <message>
        <source>{names} differ only by capital letters, but lie side by side: two categories.</source>
        <translation>{names}은(는) 대소문자만 다르지만 나란히 있으므로 서로 다른 범주로 봅니다.</translation>
    </message>
    <message>
        <source>The categories {categories} hold the same sub-folders ({names}). Each category is everything below its folder. If the sub-folders are the categories, name the folders above them train, val and test, or choose one of them.</source>
        <translation>범주 {categories}에 같은 하위 폴더({names})가 있습니다. 한 범주는 그 폴더 아래의 모든 사진입니다. 하위 폴더가 범주라면 그 위 폴더의 이름을 train, val, test로 바꾸거나 그 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>Everything below {category} is taken for one category, also its sub-folders ({names}). If these are the categories, choose the folder {category} instead.</source>
        <translation>{category} 아래의 모든 사진을 하위 폴더({names})까지 한 범주로 봅니다. 하위 폴더가 범주라면 폴더 {category}을(를) 대신 고르세요.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 외 {count}개</translation>
    </message>
    <message>
        <source>{count} figures could not be measured anew, for not all that they need (landmarks, boxes or areas of parts, the pictures as they were) is in {images}: they keep their earlier values ({names}). To renew them, put it back, or tell where it is (--images FOLDER, --landmarks CSV), and measure again.</source>
        <translation>수치 {count}개는 새로 측정할 수 없습니다. 필요한 것(기준점, 상자나 부위 영역, 학습 때의 사진)이 {images}에 다 있지 않기 때문입니다. 이 수치들은 전에 측정한 값을 그대로 둡니다 ({names}). 새로 측정하려면 되돌려 놓거나 지금 위치를 알려 주고 (--images 폴더, --landmarks CSV) 다시 측정하세요.</translation>
    </message>
    <message>
        <source>The pictures in {images} are not those that {run} was trained on: of {seen} that were compared, {count} differ ({names}). Tell where the right ones are (window: Locate pictures; command: --images FOLDER), or train a new run on these.</source>
        <translation>{images}의 사진은 실행 기록 {run}의 학습에 쓴 사진이 아닙니다. 비교한 {seen}장 가운데 {count}장이 다릅니다 ({names}). 맞는 사진이 있는 곳을 알려 주거나 (창: 사진 위치 지정; 명령: --images 폴더) 이 사진들로 새로 학습하세요.</translation>
    </message>
    <message>
        <source>{count} pictures have changed since the training: {names}. What the run stored is not drawn on them; they are left out, or looked at anew.</source>
        <translation>학습한 뒤에 사진 {count}장이 바뀌었습니다: {names}. 실행 기록에 저장된 것은 이 사진들 위에 그리지 않습니다. 빼거나 새로 살펴봅니다.</translation>
    </message>
    <message>
        <source>One picture has changed since the training: {names}. What the run stored is not drawn on it; it is left out, or looked at anew.</source>
        <translation>학습한 뒤에 사진 한 장이 바뀌었습니다: {names}. 실행 기록에 저장된 것은 이 사진 위에 그리지 않습니다. 빼거나 새로 살펴봅니다.</translation>
    </message>
    <message>
        <source>1 row names a picture that is not here: {name}</source>
        <translation>행 1개가 여기에 없는 사진을 가리킵니다: {name}</translation>
    </message>
    <message>
        <source>{count} rows name pictures that are not here, such as {name}</source>
        <translation>행 {count}개가 여기에 없는 사진을 가리킵니다(예: {name})</translation>
    </message>
    <message>
        <source>1 picture is left out ({file}).</source>
        <translation>사진 1장을 제외합니다({file}).</translation>
    </message>
    <message>
        <source>{count} pictures are left out ({file}).</source>
        <translation>사진 {count}장을 제외합니다({file}).</translation>
    </message>
    <message>
        <source>{path} cannot be changed: {error}. Mend the file, or rename it.</source>
        <translation>{path} 파일을 고칠 수 없습니다: {error}. 파일을 바로잡거나 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>Which pictures are left out cannot be written to {path} ({reason}). Allow writing in the folder of the pictures, or copy it to a place where you may write, and open it there.</source>
        <translation>제외한 사진을 {path}에 쓸 수 없습니다({reason}). 사진 폴더에 쓰기를 허용하거나, 폴더를 쓸 수 있는 곳에 복사해 그곳에서 여세요.</translation>
    </message>
    <message>
        <source>The sample of the program cannot be read ({error}). Install Partscope again.</source>
        <translation>프로그램에 들어 있는 샘플을 읽을 수 없습니다({error}). Partscope를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>Experiments read whole pictures: choose --region whole.</source>
        <translation>실험은 사진 전체를 읽습니다. --region whole을 선택하세요.</translation>
    </message>
    <message>
        <source>Full training reads whole pictures: choose quick training, or “The whole picture” (--region whole) as what is read of each picture.</source>
        <translation>전체 학습은 사진 전체를 읽습니다. 빠른 학습을 선택하거나, 사진에서 읽을 부분으로 ‘사진 전체’(--region whole)를 선택하세요.</translation>
    </message>
    <message>
        <source>The objects of this data set are cut out already: choose “The whole picture” (--region whole) as what is read of each picture.</source>
        <translation>이 데이터 세트에는 물체가 이미 잘려 있습니다. 사진에서 읽을 부분으로 ‘사진 전체’(--region whole)를 선택하세요.</translation>
    </message>
    <message>
        <source>There is no boxes.csv in {root}, nor files of boxes of COCO, YOLO or LabelMe. Put one there (boxes.csv: image,x,y,width,height), or choose “The object, found in it” (--region object).</source>
        <translation>{root}에 boxes.csv도, COCO·YOLO·LabelMe의 상자 파일도 없습니다. 하나를 넣거나(boxes.csv: image,x,y,width,height) ‘사진에서 찾은 물체’(--region object)를 선택하세요.</translation>
    </message>
    <message>
        <source>Only {found} of {all} pictures have a box: the others are read as a whole.</source>
        <translation>사진 {all}장 중 {found}장에만 상자가 있습니다. 나머지는 사진 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>The object was found in {found} of {all} pictures only: elsewhere the most likely region is read. Look at the pictures, or train with whole ones.</source>
        <translation>사진 {all}장 중 {found}장에서만 물체를 찾았습니다. 나머지는 가장 가능성이 높은 영역을 읽습니다. 사진을 확인하거나 사진 전체로 학습하세요.</translation>
    </message>
    <message>
        <source>entry {number} of images has no id or no file_name; export the boxes again</source>
        <translation>images의 {number}번째 항목에 id나 file_name이 없습니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>image {id}</source>
        <translation>image {id}</translation>
    </message>
    <message>
        <source>bbox is [left, top, width, height] in pixels</source>
        <translation>bbox는 픽셀 단위의 [왼쪽, 위쪽, 너비, 높이]입니다</translation>
    </message>
    <message>
        <source>annotation {id}</source>
        <translation>annotation {id}</translation>
    </message>
    <message>
        <source>{entry}: there is no image with the id {seen}; export the boxes again</source>
        <translation>{entry}: id가 {seen}인 image가 없습니다. 상자를 다시 내보내세요</translation>
    </message>
    <message>
        <source>none of the {count} pictures that it names is here, such as {example}; write paths below the folder such as {own}</source>
        <translation>파일에 적힌 사진 {count}장이 하나도 여기에 없습니다(예: {example}). {own} 같은 폴더 아래 경로를 쓰세요</translation>
    </message>
    <message>
        <source>{count} of the {all} pictures that it names are not here, such as {example}</source>
        <translation>파일에 적힌 사진 {all}장 중 {count}장이 여기에 없습니다(예: {example})</translation>
    </message>
    <message>
        <source>files beside the pictures</source>
        <translation>사진 옆의 파일</translation>
    </message>
    <message>
        <source>Boxes are read from {source} ({format}): {objects} in {pictures} pictures.</source>
        <translation>{source}({format})에서 상자를 읽습니다: 사진 {pictures}장에 {objects}개.</translation>
    </message>
    <message>
        <source>imageWidth and imageHeight</source>
        <translation>imageWidth, imageHeight</translation>
    </message>
    <message>
        <source>points are [x, y] in pixels, two corners or more</source>
        <translation>points는 픽셀 단위의 [x, y]이며 꼭짓점이 둘 이상이어야 합니다</translation>
    </message>
    <message>
        <source>shape {number}</source>
        <translation>shape {number}</translation>
    </message>
    <message>
        <source>{entry}: the box is empty</source>
        <translation>{entry}: 상자가 비어 있습니다</translation>
    </message>
    <message>
        <source>{entry}: it holds {seen}; {advice}</source>
        <translation>{entry}: 값이 {seen}입니다. {advice}</translation>
    </message>
    <message>
        <source>{entry}: the boxes are of a picture of {wide:g} x {high:g} pixels, but {name} has {width} x {height}; write them in pixels of the picture as it is here, turned upright</source>
        <translation>{entry}: 상자는 {wide:g} x {high:g}픽셀 사진에 그린 것인데 {name}은(는) {width} x {height}픽셀입니다. 여기에 있는 사진을 바로 세운 픽셀로 쓰세요</translation>
    </message>
    <message>
        <source>{entry}: write class, x, y, width and height of a box, as in 0 0.5 0.5 0.25 0.4</source>
        <translation>{entry}: 상자의 클래스, x, y, 너비, 높이를 쓰세요. 예: 0 0.5 0.5 0.25 0.4</translation>
    </message>
    <message>
        <source>{entry}: write shares of the picture&apos;s width and height, 0 to 1, not pixels</source>
        <translation>{entry}: 픽셀이 아니라 사진의 너비와 높이에 대한 비율(0~1)로 쓰세요</translation>
    </message>
    <message>
        <source>--defects draws no creatures: leave out --area and --creatures.</source>
        <translation>--defects는 생물을 그리지 않습니다. --area와 --creatures를 빼세요.</translation>
    </message>
    <message>
        <source>--marked draws the plain sample: leave out --area and --defects.</source>
        <translation>--marked 옵션은 기본 샘플을 그립니다. --area와 --defects를 빼세요.</translation>
    </message>
    <message>
        <source>--creatures needs --area: the share that each of them fills.</source>
        <translation>--creatures에는 --area(한 마리가 차지하는 비율)가 필요합니다.</translation>
    </message>
    <message>
        <source>Annotations cannot be written as {wrong}. Choose some of: {formats}.</source>
        <translation>{wrong} 형식으로는 주석을 쓸 수 없습니다. 다음 중에서 선택하세요: {formats}.</translation>
    </message>
    <message>
        <source>Figures have one of these formats: {formats}. The formats {others} need --what annotations.</source>
        <translation>그림의 형식은 다음 중 하나입니다: {formats}. {others} 형식에는 --what annotations가 필요합니다.</translation>
    </message>
    <message>
        <source>Weights need the name of the architecture they are of: --architecture.</source>
        <translation>가중치 파일에는 구조의 이름이 필요합니다: --architecture.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is not CATEGORY=ANSWER, such as fox=&apos;red fox|kit fox&apos;.</source>
        <translation>&apos;{text}&apos;은(는) 범주=답 형식이 아닙니다. 예: fox=&apos;red fox|kit fox&apos;.</translation>
    </message>
    <message>
        <source>None of the network&apos;s answers has the name of a category of {root} ({categories}). Choose the category (--category), or say which answers stand for it (--answers fox=&apos;red fox|kit fox&apos;).</source>
        <translation>네트워크의 답 가운데 {root}의 범주({categories})와 이름이 같은 것이 없습니다. 범주를 선택하거나(--category) 어느 답이 그 범주를 뜻하는지 알려 주세요(--answers fox=&apos;red fox|kit fox&apos;).</translation>
    </message>
    <message>
        <source>No format of annotations is chosen: choose at least one.</source>
        <translation>주석 형식을 선택하지 않았습니다. 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>The run has no such pictures. Choose all of them, or another side or category ({categories}).</source>
        <translation>이 실행에는 그런 사진이 없습니다. 모두 선택하거나 다른 쪽이나 다른 범주({categories})를 선택하세요.</translation>
    </message>
    <message>
        <source>No filter of this run holds a part, so there are no positions to write. Train with more or other pictures; the peaks of single filters can be written as a table (command: export --what bulk).</source>
        <translation>이 실행에는 부위를 짚는 필터가 없어 내보낼 위치가 없습니다. 사진을 늘리거나 바꿔서 학습하세요. 필터별 최대 반응점은 표로 내보낼 수 있습니다(명령: export --what bulk).</translation>
    </message>
    <message>
        <source>{folder} holds other annotations already ({name}): they were corrected, or written before parts got other names, or of other pictures. Choose an empty folder: nothing that is there is touched.</source>
        <translation>{folder}에 다른 주석({name})이 이미 있습니다. 고친 것이거나, 부위 이름을 바꾸기 전에 쓴 것이거나, 다른 사진의 것입니다. 빈 폴더를 선택하세요. 있던 파일은 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} and {other} differ by their endings only, and this format has one file for both. Rename one of them and train again, or choose another format.</source>
        <translation>{name}과(와) {other}은(는) 확장자만 다른데, 이 형식에서는 두 사진이 한 파일을 씁니다. 한쪽의 이름을 바꾸고 다시 학습하거나 다른 형식을 선택하세요.</translation>
    </message>
    <message>
        <source>{name} was trained here: it has no network of yours.</source>
        <translation>{name}은(는) 여기에서 학습한 실행이라 사용자의 네트워크가 없습니다.</translation>
    </message>
    <message>
        <source>The network of {name} cannot be made again: {error}</source>
        <translation>{name}의 네트워크를 다시 만들 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>The network of {name} cannot be read: its layer {layer} or its input differ from the run.</source>
        <translation>{name}의 네트워크를 읽을 수 없습니다. {layer} 층이나 입력이 실행과 다릅니다.</translation>
    </message>
    <message>
        <source>There is no architecture called &apos;{name}&apos;. The names most like it are {alike}. {more}</source>
        <translation>&apos;{name}&apos;(이)라는 구조가 없습니다. 가장 비슷한 이름은 {alike}입니다. {more}</translation>
    </message>
    <message>
        <source>The names of timm are known where timm is installed: {command}.</source>
        <translation>timm의 이름은 timm을 설치하면 쓸 수 있습니다: {command}.</translation>
    </message>
    <message>
        <source>timm is not installed. Install it first: {command}.</source>
        <translation>timm이 설치되어 있지 않습니다. 먼저 설치하세요: {command}.</translation>
    </message>
    <message>
        <source>&apos;{factory}&apos; is not FILE.py:FUNCTION, such as my_network.py:make.</source>
        <translation>&apos;{factory}&apos;은(는) 파일.py:함수 형식이 아닙니다. 예: my_network.py:make.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>{path} 파일이 없습니다.</translation>
    </message>
    <message>
        <source>{path} is Python code, which can do anything on this computer. Read it, then confirm that {function}() in it may run (command: --trust-code). The confirmation is for this content only.</source>
        <translation>{path}은(는) 파이썬 코드라서 이 컴퓨터에서 무엇이든 할 수 있습니다. 내용을 읽은 뒤 그 안의 {function}()을 실행해도 되는지 확인해 주세요(명령: --trust-code). 확인은 지금 내용에만 적용됩니다.</translation>
    </message>
    <message>
        <source>{function}() in {path} failed: {kind}: {error}</source>
        <translation>{path}의 {function}()이 실패했습니다: {kind}: {error}</translation>
    </message>
    <message>
        <source>{path} has no function {function}() that returns a torch.nn.Module.</source>
        <translation>{path}에 torch.nn.Module을 돌려주는 함수 {function}()이 없습니다.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({error}).</source>
        <translation>{path}을(를) 읽을 수 없습니다({error}).</translation>
    </message>
    <message>
        <source>The network returns {shape} where numbers of shape (pictures, answers) are expected: only networks that classify pictures can be opened.</source>
        <translation>네트워크가 (사진, 답) 형태의 수가 아니라 {shape}을(를) 돌려줍니다. 사진을 분류하는 네트워크만 열 수 있습니다.</translation>
    </message>
    <message>
        <source>No layer of this network has places: its parts cannot be looked at.</source>
        <translation>이 네트워크에는 위치가 있는 층이 없어 부위를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The network cannot read RGB pictures of {size} x {size} pixels ({error}). Give the size of its input (input size).</source>
        <translation>네트워크가 {size} x {size} 픽셀의 RGB 사진을 읽지 못합니다({error}). 입력 크기를 알려 주세요.</translation>
    </message>
    <message>
        <source>The layer {name} has no spatial maps, or is computed more than once in a pass. Layers that have some: {known}.</source>
        <translation>{name} 층에는 위치가 있는 맵이 없거나, 한 번 계산할 때 여러 번 쓰입니다. 맵이 있는 층: {known}.</translation>
    </message>
    <message>
        <source>The network has no layer {name}. Layers with spatial maps: {known}.</source>
        <translation>네트워크에 {name} 층이 없습니다. 위치가 있는 맵을 가진 층: {known}.</translation>
    </message>
    <message>
        <source>There is no category {name} to give answers for. There are: {known}.</source>
        <translation>답을 정해 줄 범주 {name}이(가) 없습니다. 있는 범주: {known}.</translation>
    </message>
    <message>
        <source>Each answer of the network stands for another category already: choose fewer.</source>
        <translation>네트워크의 답마다 이미 다른 범주를 뜻합니다. 범주를 줄이세요.</translation>
    </message>
    <message>
        <source>The network has no answer &apos;{text}&apos;. Its answers: {known}, numbered from 0 to {last}.</source>
        <translation>네트워크에 &apos;{text}&apos;(이)라는 답이 없습니다. 답: {known}. 번호는 0부터 {last}까지입니다.</translation>
    </message>
    <message>
        <source>The answer &apos;{name}&apos; cannot stand for both {first} and {second}.</source>
        <translation>답 &apos;{name}&apos;이(가) {first}과(와) {second}을(를) 함께 뜻할 수는 없습니다.</translation>
    </message>
    <message>
        <source>{path} names {count} answers, the network has {answers}.</source>
        <translation>{path}에는 답 이름이 {count}개 있는데 네트워크의 답은 {answers}개입니다.</translation>
    </message>
    <message>
        <source>{key} of {title} is no plain tensor: give the network before it is quantised.</source>
        <translation>{title}의 {key}이(가) 보통 텐서가 아닙니다. 양자화하기 전의 네트워크를 주세요.</translation>
    </message>
    <message>
        <source>torchvision has no weights of timm&apos;s networks: give a file.</source>
        <translation>torchvision에는 timm 네트워크의 가중치가 없습니다. 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>torchvision&apos;s weights of {name} could not be downloaded ({error}). Check the connection, or download {url} on another machine and give the file&apos;s path as weights.</source>
        <translation>{name}의 torchvision 가중치를 내려받지 못했습니다({error}). 연결을 확인하거나, 다른 컴퓨터에서 {url}을(를) 내려받아 그 파일을 가중치로 지정하세요.</translation>
    </message>
    <message>
        <source>A picture resized to {resize} pixels is smaller than the input, {size}: give 0, or more.</source>
        <translation>사진을 {resize}픽셀로 줄이면 입력 {size}보다 작습니다. 0이나 더 큰 값을 지정하세요.</translation>
    </message>
    <message>
        <source>The standard deviations of the colours must be above 0.</source>
        <translation>색의 표준 편차는 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>The names of the answers in {path} cannot be read ({error}): give one a line.</source>
        <translation>{path}에서 답의 이름을 읽을 수 없습니다({error}). 한 줄에 하나씩 적으세요.</translation>
    </message>
    <message>
        <source>answer {number}</source>
        <translation>답 {number}</translation>
    </message>
    <message>
        <source>These are not weights of {title}: the file also holds {key} of shape {shape}, which that network has not. Choose the architecture that the file was saved from.</source>
        <translation>{title}의 가중치가 아닙니다. 파일에 그 네트워크에는 없는 {key}(형태 {shape})가 있습니다. 파일을 저장한 구조를 선택하세요.</translation>
    </message>
    <message>
        <source>it has no {key}, which should be of shape {shape}</source>
        <translation>형태가 {shape}인 {key}이(가) 없습니다</translation>
    </message>
    <message>
        <source>{key} is quantised or no tensor of numbers (shape {shape} expected): save the state_dict of the network before quantisation</source>
        <translation>{key}이(가) 양자화되었거나 수의 텐서가 아닙니다(필요한 형태 {shape}). 양자화하기 전 네트워크의 state_dict를 저장하세요</translation>
    </message>
    <message>
        <source>{key} is of shape {found}, {shape} is expected</source>
        <translation>{key}의 형태가 {found}인데 {shape}이어야 합니다</translation>
    </message>
    <message>
        <source>{key} (shape {shape}) holds values that are not finite numbers</source>
        <translation>{key}(형태 {shape})에 유한하지 않은 값이 있습니다</translation>
    </message>
    <message>
        <source>These are not weights of {title}: {wrong}. Choose the architecture that the file was saved from.</source>
        <translation>{title}의 가중치가 아닙니다: {wrong}. 파일을 저장한 구조를 선택하세요.</translation>
    </message>
    <message>
        <source>(it reads {count} channels; pictures are read as RGB, 3 channels)</source>
        <translation>(이 네트워크는 {count}채널을 읽는데, 사진은 RGB 3채널로 읽습니다)</translation>
    </message>
    <message>
        <source>The weights were saved in half precision; they are computed with in single precision.</source>
        <translation>가중치가 반정밀도로 저장되어 있어 단정밀도로 바꿔 계산합니다.</translation>
    </message>
    <message>
        <source>TensorBoard is not installed. Install it: pip install &apos;partscope[tensorboard]&apos;</source>
        <translation>TensorBoard가 설치되어 있지 않습니다. 설치하세요: pip install &apos;partscope[tensorboard]&apos;</translation>
    </message>
    <message>
        <source>TensorBoard&apos;s files cannot be written, and the training goes on without them: {reason}</source>
        <translation>TensorBoard 파일을 쓸 수 없어 파일 없이 학습을 계속합니다: {reason}</translation>
    </message>
    <message>
        <source>Under onnxruntime the exported network differs from PyTorch in {off} of {count} pictures, by up to {answers:.1g} of a probability and {peaks:.1g} of the highest peak. Nothing was written. Update onnxruntime, onnxscript and torch: pip install -U &apos;partscope[export]&apos;</source>
        <translation>onnxruntime으로 계산하면 사진 {count}장 중 {off}장에서 PyTorch와 다릅니다(확률은 최대 {answers:.1g}, 최대 반응은 가장 큰 값의 최대 {peaks:.1g}). 아무것도 쓰지 않았습니다. onnxruntime, onnxscript, torch를 업데이트하세요: pip install -U &apos;partscope[export]&apos;</translation>
    </message>
    <message>
        <source>Exporting to ONNX needs {packages}. Install them: pip install &apos;partscope[export]&apos;</source>
        <translation>ONNX로 내보내려면 {packages}이(가) 필요합니다. 설치하세요: pip install &apos;partscope[export]&apos;</translation>
    </message>
    <message>
        <source>{path} does not end with .onnx. Name a file that does, such as {name}.</source>
        <translation>{path}의 확장자가 .onnx가 아닙니다. {name}처럼 .onnx로 끝나는 파일 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{path} was not written by Partscope, so it stays. Choose another name.</source>
        <translation>{path}은(는) Partscope가 쓴 파일이 아니어서 그대로 두었습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>The network has {size:.1f} GB of weights; an ONNX file can hold 2 GB. Train with fewer filters.</source>
        <translation>네트워크의 가중치가 {size:.1f}GB인데 ONNX 파일에는 2GB까지 들어갑니다. 필터를 줄여 학습하세요.</translation>
    </message>
    <message>
        <source>onnxscript does not fit torch {version}: {reason}. Run: pip install -U onnxscript</source>
        <translation>onnxscript가 torch {version}과(와) 맞지 않습니다: {reason}. 다음을 실행하세요: pip install -U onnxscript</translation>
    </message>
    <message>
        <source>torch {version} cannot export this network to ONNX: {reason}</source>
        <translation>torch {version}이(가) 이 네트워크를 ONNX로 내보내지 못합니다: {reason}</translation>
    </message>
    <message>
        <source>{name} looks at a network of your own: this is for networks that were trained here. Export your network from where it was made.</source>
        <translation>{name}은(는) 사용자의 네트워크를 살펴본 실행입니다. 이 기능은 여기에서 학습한 네트워크용입니다. 네트워크는 만든 곳에서 내보내세요.</translation>
    </message>
    <message>
        <source>{path}: a table is written as .csv, .md or .tex. Give the file one of these ends.</source>
        <translation>{path}: 표는 .csv, .md, .tex로 씁니다. 파일 이름을 이 가운데 하나로 끝내세요.</translation>
    </message>
    <message>
        <source>This is no picture: {what}. Give the path of a picture, a Pillow image, or an array (height, width, 3) of uint8, RGB.</source>
        <translation>사진이 아닙니다: {what}. 사진의 경로, Pillow 이미지, 또는 (높이, 너비, 3) 형태의 uint8 RGB 배열을 주세요.</translation>
    </message>
    <message>
        <source>A Pillow image of mode {mode} has more than 8 bits. Give the path of its file.</source>
        <translation>{mode} 모드의 Pillow 이미지는 8비트보다 깊습니다. 파일의 경로를 주세요.</translation>
    </message>
    <message>
        <source>There is no preset {preset}. Choose one of: {presets}.</source>
        <translation>{preset}(이)라는 사전 설정이 없습니다. 다음 중에서 선택하세요: {presets}.</translation>
    </message>
    <message>
        <source>The path is empty. Write “.” for the current folder.</source>
        <translation>경로가 비어 있습니다. 현재 폴더는 “.”으로 적으세요.</translation>
    </message>
    <message>
        <source>What was started here opens no window. Write partscope install-desktop, or in the folder of the program python main.py install-desktop.</source>
        <translation>여기에서 실행한 프로그램은 창을 열지 않습니다. partscope install-desktop, 또는 프로그램 폴더에서 python main.py install-desktop을 실행하세요.</translation>
    </message>
    <message>
        <source>install-desktop is for Linux. On Windows make a shortcut to partscope-window.exe, which lies beside partscope.exe (right-click it, Send to, Desktop). On macOS start partscope-window in a terminal.</source>
        <translation>install-desktop은 Linux용입니다. Windows에서는 partscope.exe 옆에 있는 partscope-window.exe의 바로 가기를 만드세요(마우스 오른쪽 단추, 보내기, 바탕 화면). macOS에서는 터미널에서 partscope-window를 실행하세요.</translation>
    </message>
    <message>
        <source>{path} was written or changed by somebody else, so it stays as it is. Move it away first, then run this command again.</source>
        <translation>{path}은(는) 다른 프로그램이나 사람이 쓰거나 고친 파일이어서 그대로 두었습니다. 먼저 다른 곳으로 옮긴 뒤 이 명령을 다시 실행하세요.</translation>
    </message>
    <message>
        <source>{name} looks at a network of your own: its filters were tested when it was made.</source>
        <translation>{name}은(는) 내 네트워크를 살펴본 실행입니다. 필터는 만들 때 이미 검사했습니다.</translation>
    </message>
    <message>
        <source>The converted network names the same category as the original for {share} of the held-out pictures only. More pictures, or a lower strength or learning rate, change its answers less.</source>
        <translation>변환한 네트워크가 원본과 같은 범주를 고르는 것은 남겨 둔 사진의 {share}뿐입니다. 사진을 늘리거나, 손실 가중치나 학습률을 낮추면 답이 덜 바뀝니다.</translation>
    </message>
    <message>
        <source>The converted network gives the very same answer as the original for {share} of the held-out pictures only: use it for the categories that were looked at, not for its other answers.</source>
        <translation>변환한 네트워크가 원본과 똑같은 답을 내는 것은 남겨 둔 사진의 {share}뿐입니다. 살펴본 범주에만 쓰고 다른 답에는 쓰지 마세요.</translation>
    </message>
    <message>
        <source>Nothing with weights makes the layer {name}, so it cannot be converted. Choose a layer further up.</source>
        <translation>{name} 층을 만드는 가중치가 없어 변환할 수 없습니다. 더 위의 층을 선택하세요.</translation>
    </message>
    <message>
        <source>The conversion diverged in epoch {epoch}. Lower the learning rate or the strength, and start again.</source>
        <translation>변환이 {epoch}번째 에포크에서 발산했습니다. 학습률이나 손실 가중치를 낮추고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>What was decided about pictures of {root} cannot be read: {error}. Mend corrections.csv or left_out.csv there.</source>
        <translation>{root}의 사진에 대해 정한 내용을 읽을 수 없습니다: {error}. 그 폴더의 corrections.csv나 left_out.csv를 고치세요.</translation>
    </message>
    <message>
        <source>There is no picture {name} in {root}: nothing was written.</source>
        <translation>{root}에 {name} 사진이 없습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>{name} is named twice: decide one thing about a picture. Nothing was written.</source>
        <translation>{name}이(가) 두 번 나옵니다. 사진마다 한 가지만 정하세요. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no part {part} in {name}: it has {count}. Choose one of them.</source>
        <translation>{name}에 부위 {part}번이 없습니다. 부위는 모두 {count}개입니다. 그 가운데 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{title} lies in {count} training pictures only; at least {fewest} are needed to learn to do without it.</source>
        <translation>{title}이(가) 있는 학습 사진이 {count}장뿐입니다. 이것 없이 답하는 법을 배우려면 적어도 {fewest}장이 필요합니다.</translation>
    </message>
    <message>
        <source>The slices in {path} cannot be read ({error}). Mend the file, or rename it to begin anew; the run itself is whole.</source>
        <translation>{path} 파일의 사진 묶음을 읽을 수 없습니다({error}). 파일을 고치거나, 이름을 바꾸고 새로 시작하세요. 실행 기록 자체는 온전합니다.</translation>
    </message>
    <message>
        <source>There is no saved slice {name}. Saved are: {names}.</source>
        <translation>저장한 사진 묶음 가운데 {name}이(가) 없습니다. 저장한 묶음: {names}.</translation>
    </message>
    <message>
        <source>There is no saved slice {name}: none is saved in this run.</source>
        <translation>{name} 사진 묶음이 없습니다. 이 실행 기록에 저장한 묶음이 없습니다.</translation>
    </message>
    <message>
        <source>A slice needs a name to be kept by.</source>
        <translation>사진 묶음을 저장하려면 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>There is a slice called {name} already. Choose another name, or remove that one.</source>
        <translation>{name} 사진 묶음이 이미 있습니다. 다른 이름을 고르거나 그 묶음을 지우세요.</translation>
    </message>
    <message>
        <source>The slice is empty. {possible}</source>
        <translation>사진 묶음의 조건이 비어 있습니다. {possible}</translation>
    </message>
    <message>
        <source>“{text}”: a condition is missing before or after “{word}”.</source>
        <translation>“{text}”: “{word}” 앞이나 뒤에 조건이 없습니다.</translation>
    </message>
    <message>
        <source>“{condition}” is not understood. {possible}</source>
        <translation>“{condition}” 조건을 알 수 없습니다. {possible}</translation>
    </message>
    <message>
        <source>Several parts are called {name}. Say which by number: {numbers}.</source>
        <translation>{name}(이)라는 부위가 여럿입니다. 번호로 적으세요: {numbers}.</translation>
    </message>
    <message>
        <source>There is no part called {name}. The parts are: {parts}.</source>
        <translation>{name}(이)라는 부위가 없습니다. 있는 부위: {parts}.</translation>
    </message>
    <message>
        <source>Conditions are: a part and its state ({example}; states: {states}), category and a name ({names}), right, wrong, {sides}. Join them with “and” and “or”.</source>
        <translation>쓸 수 있는 조건: 부위와 상태({example}; 상태: {states}), category와 이름({names}), right, wrong, {sides}. “and”와 “or”로 이으세요.</translation>
    </message>
    <message>
        <source>Say which slice with {options}.</source>
        <translation>어느 사진 묶음인지 {options}(으)로 정하세요.</translation>
    </message>
    <message>
        <source>{path}: a list of pictures is written as .csv or .txt. Give the file such an end.</source>
        <translation>{path}: 사진 목록은 .csv나 .txt로 씁니다. 파일 이름의 끝을 그렇게 정하세요.</translation>
    </message>
    <message>
        <source>{text}: write PICTURE=CATEGORY, such as cat/1.jpg=fox.</source>
        <translation>{text}: 사진=범주로 적으세요. 예: cat/1.jpg=fox.</translation>
    </message>
    <message>
        <source>{name} is no picture of {run}. Write it as &apos;suspects&apos; lists it, such as {example}.</source>
        <translation>{name}은(는) {run}의 사진이 아닙니다. &apos;suspects&apos; 명령이 보여 주는 대로 적으세요. 예: {example}.</translation>
    </message>
    <message>
        <source>{name} answers through hidden layers, which mix its filters: no part can be taken out. Train with the variant partscope.</source>
        <translation>{name}은(는) 필터를 섞는 은닉층을 거쳐 답하므로 부위 하나를 뺄 수 없습니다. partscope 방식으로 학습하세요.</translation>
    </message>
    <message>
        <source>{name} looks at a network of your own: its answer is fitted where it was made. Train on the pictures here to forbid a part.</source>
        <translation>{name}은(는) 내 네트워크를 살펴본 실행 기록입니다. 답은 네트워크를 만든 곳에서 맞춥니다. 쓰지 않을 부위를 정하려면 이 사진들로 여기에서 학습하세요.</translation>
    </message>
    <message>
        <source>{name} was trained against its own pictures, shuffled: without real negatives an answer cannot be fitted. Train it with a background or with other categories.</source>
        <translation>{name}은(는) 같은 사진을 조각내어 뒤섞은 것과 비교해 학습했습니다. 진짜 비교 사진이 없으면 답을 맞출 수 없습니다. 배경이나 다른 범주를 두고 학습하세요.</translation>
    </message>
    <message>
        <source>{title} is already not allowed in {name}. One thing can be forbidden at a time, for the answer is fitted anew: open {before}, the run before, and forbid the other there.</source>
        <translation>{name}에서는 이미 {title}을(를) 쓰지 않습니다. 답을 다시 맞추므로 한 번에 하나만 정할 수 있습니다. 이전 실행 기록 {before}을(를) 열고 거기에서 다른 것을 쓰지 않게 하세요.</translation>
    </message>
    <message>
        <source>Nothing is forbidden in {name}.</source>
        <translation>{name}에는 쓰지 않게 한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The run before is no longer beside this one: {path}. It was renamed, moved or deleted. If you know where it is, open it by Open run.</source>
        <translation>이전 실행 기록이 이 실행 기록 옆에 없습니다: {path}. 이름이 바뀌었거나, 옮겨졌거나, 삭제되었습니다. 어디에 있는지 알면 ‘실행 기록 열기’로 여세요.</translation>
    </message>
    <message>
        <source>No gradient passes from the answers to the layer {name}: the network&apos;s code stops it (no_grad, detach) or the answers do not depend on the layer. Take that out, or choose another layer.</source>
        <translation>답에서 {name} 층으로 기울기가 이어지지 않습니다. 네트워크의 코드가 막거나(no_grad, detach) 답이 이 층과 상관이 없습니다. 그 코드를 빼거나 다른 층을 고르세요.</translation>
    </message>
    <message>
        <source>{folder} is there already. Name a new folder: nothing that is there is replaced.</source>
        <translation>{folder} 폴더가 이미 있습니다. 새 폴더를 정하세요. 있는 것은 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>There is no part {wrong}: this run has {count} parts, numbered from 1.</source>
        <translation>부위 {wrong}번이 없습니다. 이 실행 기록에는 부위가 {count}개 있고 번호는 1부터입니다.</translation>
    </message>
    <message>
        <source>The run has no picture {name}, and there is no such file. Names are in {run}.</source>
        <translation>실행 기록에 {name} 사진이 없고 그런 파일도 없습니다. 이름은 {run}에 있습니다.</translation>
    </message>
    <message>
        <source>{name} has too few training or test pictures to tell what is unlike them: train with more pictures.</source>
        <translation>{name}에는 학습 사진이나 시험 사진이 너무 적어 무엇이 이들과 다른지 알 수 없습니다. 사진을 늘려 학습하세요.</translation>
    </message>
    <message>
        <source>Nothing is forbidden in {name}, so there is no before and after to draw.</source>
        <translation>{name}에는 쓰지 않게 한 것이 없어 그릴 전후가 없습니다.</translation>
    </message>
    <message>
        <source>Name a part to forbid, or a table of boxes: one of them.</source>
        <translation>쓰지 않을 부위나 상자 표 가운데 하나만 정하세요.</translation>
    </message>
    <message>
        <source>The answers do not depend on the cells of the layer {layer}, so nothing can be said about them. At the end of a transformer only the category&apos;s token counts: choose a layer before it. A network whose last layer is zero, as some are before their training, answers the same about all pictures.</source>
        <translation>답이 {layer} 층의 칸과 상관이 없어 칸에 대해 아무것도 말할 수 없습니다. 트랜스포머의 끝에서는 범주 토큰만 답에 작용하므로 그 앞의 층을 고르세요. 학습 전의 일부 네트워크처럼 마지막 층이 0이면 모든 사진에 같은 답을 냅니다.</translation>
    </message>
    <message>
        <source>Its keys and shapes are those of {names}.</source>
        <translation>키와 모양이 다음 구조와 같습니다: {names}.</translation>
    </message>
</context>
<context>
    <name>ExperimentPanel</name>
    <message>
        <source>Start the experiment</source>
        <translation>실험 시작</translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation>같은 일을 하는 명령 복사</translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation>실험 열기…</translation>
    </message>
    <message>
        <source>A folder that an experiment has left</source>
        <translation>실험이 남긴 폴더</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>As CSV, Markdown or LaTeX, or as a figure: PNG, SVG or PDF</source>
        <translation>CSV, Markdown, LaTeX 또는 그림(PNG, SVG, PDF)으로</translation>
    </message>
    <message>
        <source>Progress of the experiment</source>
        <translation>실험 진행 상황</translation>
    </message>
    <message>
        <source>End after the cell under way; the experiment can go on another time</source>
        <translation>진행 중인 칸을 마치고 끝내기; 실험은 나중에 이어서 할 수 있습니다</translation>
    </message>
    <message>
        <source>A table you can trust</source>
        <translation>여러 번 학습해 비교하기</translation>
    </message>
    <message>
        <source>Networks with and without masks, side by side on the same pictures, for several seeds: every figure with its interval. Ticks at the left say what is compared; the table fills as it is worked out.</source>
        <translation>마스크가 있는 네트워크와 없는 네트워크를 같은 사진, 여러 시드로 나란히 비교하고 모든 수치에 신뢰 구간을 붙입니다. 비교할 것은 왼쪽에서 고르며, 표는 계산되는 대로 채워집니다.</translation>
    </message>
    <message>
        <source>No experiment is open</source>
        <translation>열린 실험이 없습니다</translation>
    </message>
    <message>
        <source>Stop after {time}? Finished cells are kept, the one under way is lost.</source>
        <translation>{time} 동안 진행한 실험을 멈출까요? 끝난 칸은 남고 진행 중인 칸은 사라집니다.</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Stop the experiment</source>
        <translation>실험 멈추기</translation>
    </message>
    <message>
        <source>{done} of {total} cells</source>
        <translation>칸 {total}개 중 {done}개</translation>
    </message>
</context>
<context>
    <name>ExperimentTableView</name>
    <message>
        <source>Networks of the experiment</source>
        <translation>실험의 네트워크</translation>
    </message>
    <message>
        <source>What was measured of them</source>
        <translation>네트워크마다 측정한 것</translation>
    </message>
</context>
<context>
    <name>ExperimentsController</name>
    <message>
        <source>Open a folder of pictures first: an experiment is made on it.</source>
        <translation>먼저 사진 폴더를 여세요. 실험은 그 폴더의 사진으로 합니다.</translation>
    </message>
    <message>
        <source>1 cell of the table.</source>
        <translation>표의 칸 1개.</translation>
    </message>
    <message>
        <source>{count} cells of the table.</source>
        <translation>표의 칸 {count}개.</translation>
    </message>
    <message>
        <source>It can start when the training under way has ended.</source>
        <translation>진행 중인 학습이 끝나면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>명령을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Experiment: {folder}</source>
        <translation>실험: {folder}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation>멈춘 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>마치는 중…</translation>
    </message>
    <message>
        <source>The cell under way is finished and kept.</source>
        <translation>진행 중인 칸을 끝내고 저장합니다.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>It stops after the step under way.</source>
        <translation>진행 중인 단계가 끝나면 멈춥니다.</translation>
    </message>
    <message>
        <source>Cell {cell} of {total} · {stage}…</source>
        <translation>칸 {cell}/{total} · {stage}…</translation>
    </message>
    <message>
        <source>{left} in this step</source>
        <translation>이 단계 {left}</translation>
    </message>
    <message>
        <source>about {time} for all</source>
        <translation>전체 약 {time}</translation>
    </message>
    <message>
        <source>The experiment has ended; its table is kept in its folder.</source>
        <translation>실험이 끝났습니다. 표는 실험 폴더에 저장되었습니다.</translation>
    </message>
    <message>
        <source>The experiment stopped</source>
        <translation>실험이 멈췄습니다</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>위 알림에 이유가 있습니다.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Finished cells are kept; start again to go on.</source>
        <translation>끝난 칸은 남습니다. 다시 시작하면 이어집니다.</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>실험 열기</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>표 내보내기</translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation>표를 저장했습니다: {path}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>{size:.1f} MB, for pictures of {side} x {side} pixels, 0 to 255, RGB.</source>
        <translation>{size:.1f}MB. {side} x {side}픽셀, 0~255의 RGB 사진용.</translation>
    </message>
    <message>
        <source>This network reads the object&apos;s region, not whole pictures: cut it out first (the file tells the margin; example.py takes a box).</source>
        <translation>이 네트워크는 사진 전체가 아니라 물체의 영역을 읽습니다. 먼저 영역을 잘라 내세요(여백은 파일에 적혀 있고, example.py는 상자를 받습니다).</translation>
    </message>
    <message>
        <source>Another example.py is in {folder}; it stays, and none was written.</source>
        <translation>{folder}에 다른 example.py가 있어 그대로 두고 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Not compared with PyTorch: onnxruntime is not installed (pip install &apos;partscope[export]&apos;).</source>
        <translation>PyTorch와 비교하지 않았습니다: onnxruntime이 설치되어 있지 않습니다(pip install &apos;partscope[export]&apos;).</translation>
    </message>
    <message>
        <source>Compared with PyTorch on {pictures} test pictures and {noise} of noise: probabilities differ by at most {answers:.0e}, peaks by {peaks:.0e} of the highest.</source>
        <translation>시험 사진 {pictures}장과 잡음 사진 {noise}장에서 PyTorch와 비교했습니다. 확률의 차이는 최대 {answers:.0e}, 최대 반응의 차이는 가장 큰 값의 {peaks:.0e}입니다.</translation>
    </message>
    <message>
        <source>{off} exceed 1e-4, where the rounded middle of a mask moves by a cell.</source>
        <translation>{off}장은 1e-4를 넘습니다. 마스크의 반올림한 중심이 한 칸 옮겨 간 경우입니다.</translation>
    </message>
    <message>
        <source>Resize pictures with antialiasing, as example.py does: without it, as OpenCV resizes by default, probabilities of {pictures} test pictures change by up to {greatest:.3f} (mean {mean:.4f}), and {other} get another answer.</source>
        <translation>사진 크기는 example.py처럼 앤티앨리어싱을 켜고 바꾸세요. OpenCV의 기본값처럼 켜지 않으면 시험 사진 {pictures}장의 확률이 최대 {greatest:.3f}(평균 {mean:.4f}) 바뀌고 {other}장의 답이 달라집니다.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>What else to export</source>
        <translation>그 밖에 내보낼 것</translation>
    </message>
    <message>
        <source>Format of figures</source>
        <translation>그림의 형식</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>인치당 점 수</translation>
    </message>
    <message>
        <source>How fine pictures on a page are; a heatmap as PNG keeps the picture&apos;s own pixels</source>
        <translation>쪽에 실리는 사진의 세밀함; PNG 히트맵은 사진의 픽셀을 그대로 씁니다</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>쪽 너비</translation>
    </message>
    <message>
        <source>One column</source>
        <translation>한 단</translation>
    </message>
    <message>
        <source>Width of stages and positions</source>
        <translation>단계와 위치 그림의 너비</translation>
    </message>
    <message>
        <source>Stages and positions fit one column of a paper (3.5 inches); others need 7.2</source>
        <translation>단계와 위치 그림은 논문의 한 단(3.5인치)에 들어갑니다. 나머지는 7.2인치가 필요합니다</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>저장할 폴더 고르기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>To</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Export 1 file</source>
        <translation>파일 1개 내보내기</translation>
    </message>
    <message>
        <source>Export {count} files</source>
        <translation>파일 {count}개 내보내기</translation>
    </message>
</context>
<context>
    <name>ExportList</name>
    <message>
        <source>Exports</source>
        <translation>내보낸 것</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>{title} · {file}</source>
        <translation>{title} · {file}</translation>
    </message>
    <message>
        <source>{written} files written, {kept} were there already</source>
        <translation>파일 {written}개를 저장했고 {kept}개는 이미 있었습니다</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Tick what to export</source>
        <translation>내보낼 것 고르기</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open an export</source>
        <translation>내보낸 것 열기</translation>
    </message>
    <message>
        <source>Copy the chosen export, or the preview</source>
        <translation>고른 것 또는 미리 보기 복사하기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Cancel the chosen export</source>
        <translation>고른 내보내기 취소</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <translation>아직 내보낼 것이 없습니다</translation>
    </message>
    <message>
        <source>Open a run, or train one: its report, figures and tables are written from here.</source>
        <translation>실행 기록을 열거나 새로 학습하세요. 보고서와 그림, 표를 여기서 씁니다.</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Tick what to export first.</source>
        <translation>먼저 내보낼 것을 선택하세요.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>What is exported appears here: open it by a double click, or drag it to another program.</source>
        <translation>내보낸 것이 여기에 나옵니다. 두 번 클릭하면 열리고, 다른 프로그램으로 끌어다 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>Write the chosen export again</source>
        <translation>고른 것을 다시 저장</translation>
    </message>
    <message>
        <source>Copy the chosen export, to paste it elsewhere</source>
        <translation>고른 것을 복사해 다른 곳에 붙여 넣기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Take what has ended off the list; the files stay</source>
        <translation>끝난 것을 목록에서 지웁니다. 파일은 남습니다</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>내보낸 것</translation>
    </message>
    <message>
        <source>No filter is chosen: click one on the Filters page.</source>
        <translation>고른 필터가 없습니다. 필터 페이지에서 하나를 클릭하세요.</translation>
    </message>
    <message>
        <source>Figure of the filter</source>
        <translation>필터의 그림</translation>
    </message>
    <message>
        <source>Figure of filter {index}</source>
        <translation>필터 {index}의 그림</translation>
    </message>
    <message>
        <source>No picture is being looked at: choose one on the Filters page.</source>
        <translation>보고 있는 사진이 없습니다. 필터 페이지에서 하나를 고르세요.</translation>
    </message>
    <message>
        <source>No filter is starred: star some on the Filters page (S).</source>
        <translation>별표 단 필터가 없습니다. 필터 페이지에서 별표를 다세요 (S).</translation>
    </message>
    <message>
        <source>No filter of this run holds a part: there are no positions to write.</source>
        <translation>이 실행에는 부위를 짚는 필터가 없어 내보낼 위치가 없습니다.</translation>
    </message>
    <message>
        <source>The run has no such pictures: choose all pictures.</source>
        <translation>이 실행 기록에는 그런 사진이 없습니다. 모든 사진을 고르세요.</translation>
    </message>
    <message>
        <source>Tick at least one format.</source>
        <translation>형식을 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>{pictures} pictures: {files} files</source>
        <translation>사진 {pictures}장: 파일 {files}개</translation>
    </message>
    <message>
        <source>Tick at least one kind of files.</source>
        <translation>파일의 종류를 하나 이상 고르세요.</translation>
    </message>
    <message>
        <source>{filters} × {pictures} pictures: {files} files</source>
        <translation>{filters} × 사진 {pictures}장: 파일 {files}개</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>필터 1개</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>No filter of this run holds a part: choose other filters, such as all of them.</source>
        <translation>이 실행 기록에는 부위를 짚는 필터가 없습니다. 모든 필터처럼 다른 필터를 고르세요.</translation>
    </message>
    <message>
        <source>Preview: {title}</source>
        <translation>미리 보기: {title}</translation>
    </message>
    <message>
        <source>Nothing to preview: what is written opens by a double click.</source>
        <translation>미리 볼 것이 없습니다. 내보낸 것을 두 번 클릭하면 열립니다.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>그리는 중…</translation>
    </message>
    <message>
        <source>Nothing was exported to {place} yet.</source>
        <translation>아직 {place}에 내보낸 것이 없습니다.</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>복사함: {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy the command that writes it</source>
        <translation>같은 것을 쓰는 명령 복사</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>다시 저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>For networks trained here: export yours from where it was made.</source>
        <translation>여기에서 학습한 네트워크용입니다. 내 네트워크는 만든 곳에서 내보내세요.</translation>
    </message>
</context>
<context>
    <name>ExportQueue</name>
    <message>
        <source>Waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>Cancelled before it began</source>
        <translation>시작하기 전에 취소됨</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>저장하는 중…</translation>
    </message>
    <message>
        <source>Done · {more}</source>
        <translation>마침 · {more}</translation>
    </message>
    <message>
        <source>Being written: {done} of {total}</source>
        <translation>저장하는 중: {total} 중 {done}</translation>
    </message>
    <message>
        <source>Cancelled; whole files that were written stay</source>
        <translation>취소됨; 다 쓴 파일은 남습니다</translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation>실패: {reason}</translation>
    </message>
</context>
<context>
    <name>FigurePreview</name>
    <message>
        <source>{name}: drag it out of the window, or copy it</source>
        <translation>{name}: 창 밖으로 끌거나 복사하세요</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Writing files</source>
        <translation>파일 저장</translation>
    </message>
    <message>
        <source>{category}: groups of filters, not tested for holding a part</source>
        <translation>{category}: 부위를 짚는지 검사하지 않은 필터 묶음</translation>
    </message>
    <message>
        <source>{category}: no filter holds a part</source>
        <translation>{category}: 부위를 짚는 필터 없음</translation>
    </message>
    <message>
        <source>Below: the filters that fail the fewest tests, and which.</source>
        <translation>아래: 가장 적은 검사에서 떨어진 필터와 그 검사.</translation>
    </message>
    <message>
        <source>Parts of {category}, found without any part annotation</source>
        <translation>{category}의 부위, 부위 표시 없이 찾음</translation>
    </message>
    <message>
        <source>{holding} of {count} filters hold a part, and it is the same one.</source>
        <translation>필터 {count}개 가운데 {holding}개가 같은 부위를 짚습니다.</translation>
    </message>
    <message>
        <source>One of {count} filters holds a part.</source>
        <translation>필터 {count}개 가운데 하나가 부위를 짚습니다.</translation>
    </message>
    <message>
        <source>An earlier version put {members} of {count} filters into {groups} groups.</source>
        <translation>이전 버전이 필터 {count}개 가운데 {members}개를 {groups}개로 묶었습니다.</translation>
    </message>
    <message>
        <source>{holding} of {count} filters hold a part; they hold {parts} different parts, the {shown} largest of them below.</source>
        <translation>필터 {count}개 가운데 {holding}개가 부위를 짚습니다. 서로 다른 부위 {parts}개 가운데 큰 것부터 {shown}개가 아래에 있습니다.</translation>
    </message>
    <message>
        <source>{holding} of {count} filters hold a part; they hold {parts} different parts, all of them below.</source>
        <translation>필터 {count}개 가운데 {holding}개가 부위를 짚습니다. 서로 다른 부위 {parts}개가 모두 아래에 있습니다.</translation>
    </message>
    <message>
        <source>Not a part</source>
        <translation>부위 아님</translation>
    </message>
    <message>
        <source>Group {group}</source>
        <translation>묶음 {group}</translation>
    </message>
    <message>
        <source>shift {shift}, mirror {mirror}, transplant {transplant}</source>
        <translation>이동 {shift}, 거울상 {mirror}, 이식 {transplant}</translation>
    </message>
    <message>
        <source>Left: the picture on which the filter fires strongest, with its heatmap. Right: the square around the peak that holds two thirds of its gradient (effective receptive field), in its strongest {taken}, {crops} at most.</source>
        <translation>왼쪽: 필터가 가장 세게 반응하는 사진과 히트맵. 오른쪽: {taken} 중 가장 센 최대 {crops}장에서, 최대 반응점 기울기의 3분의 2가 들어가는 정사각형(유효 수용 영역).</translation>
    </message>
    <message>
        <source>{members} filters hold it</source>
        <translation>필터 {members}개가 짚음</translation>
    </message>
    <message>
        <source>no other filter holds it</source>
        <translation>짚는 다른 필터 없음</translation>
    </message>
    <message>
        <source>{category}, filter {index}</source>
        <translation>{category}, 필터 {index}</translation>
    </message>
    <message>
        <source>activation (no unit)</source>
        <translation>활성값 (단위 없음)</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>feature map</source>
        <translation>특징 맵</translation>
    </message>
    <message>
        <source>masked map</source>
        <translation>마스크를 적용한 맵</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>수용 영역</translation>
    </message>
    <message>
        <source>template at the peak</source>
        <translation>최대 반응점의 템플릿</translation>
    </message>
    <message>
        <source>template, pooled map</source>
        <translation>템플릿, 풀링한 맵</translation>
    </message>
    <message>
        <source>How {filter} of the ordinary twin reads a picture</source>
        <translation>쌍둥이 네트워크의 {filter}: 사진을 읽는 법</translation>
    </message>
    <message>
        <source>How {filter} reads a picture</source>
        <translation>{filter}: 사진을 읽는 법</translation>
    </message>
    <message>
        <source>How {filter} reads a picture with random weights</source>
        <translation>가중치가 무작위일 때 {filter}이(가) 사진을 읽는 방법</translation>
    </message>
    <message>
        <source>How {filter} of the original network reads a picture</source>
        <translation>원본 네트워크의 {filter}: 사진을 읽는 법</translation>
    </message>
    <message>
        <source>Feature map: how strongly the filter answers at each place of the picture, which is squashed to a square.</source>
        <translation>특징 맵: 정사각형으로 눌린 사진의 자리마다 필터가 얼마나 세게 반응하는가.</translation>
    </message>
    <message>
        <source>Template: the mask around the strongest answer, from −1 (dark) to 1 (bright). Masked map: the feature map times the template, nothing below 0.</source>
        <translation>템플릿: 가장 센 반응 둘레의 마스크, −1(어두움)에서 1(밝음)까지. 마스크를 적용한 맵: 특징 맵에 템플릿을 곱하고 0 아래를 없앤 것.</translation>
    </message>
    <message>
        <source>Only this goes on to the network&apos;s answer.</source>
        <translation>이것만 네트워크의 답으로 갑니다.</translation>
    </message>
    <message>
        <source>By this the filter learned; the finished answer reads whole feature maps.</source>
        <translation>필터는 이것으로 배웠으며, 완성된 답은 특징 맵 전체를 읽습니다.</translation>
    </message>
    <message>
        <source>Rectangle: the effective receptive field, which holds two thirds of the gradient of the strongest answer; dashed: the theoretical one, where it fits into the picture.</source>
        <translation>사각형: 유효 수용 영역으로, 가장 센 반응의 기울기 3분의 2가 들어 있습니다. 점선: 사진 안에 들어갈 때의 이론 영역.</translation>
    </message>
    <message>
        <source>The colour bar holds for the maps.</source>
        <translation>색 막대는 맵의 것입니다.</translation>
    </message>
    <message>
        <source>share of the positions, in percent</source>
        <translation>위치의 비율, 퍼센트</translation>
    </message>
    <message>
        <source>Where all filters answer strongest</source>
        <translation>모든 필터가 가장 세게 반응하는 곳</translation>
    </message>
    <message>
        <source>Where {filter} answers strongest</source>
        <translation>{filter}: 가장 세게 반응하는 곳</translation>
    </message>
    <message>
        <source>Where {count} filters answer strongest</source>
        <translation>필터 {count}개가 가장 세게 반응하는 곳</translation>
    </message>
    <message>
        <source>In pictures of {category}</source>
        <translation>{category} 사진에서</translation>
    </message>
    <message>
        <source>The twin&apos;s filters are those of the same ranks when both networks&apos; are sorted by how well they follow.</source>
        <translation>쌍둥이의 필터는 두 네트워크를 따라가는 정도로 정렬했을 때 같은 순위의 것입니다.</translation>
    </message>
    <message>
        <source>What looks where: pictures of {category} that no network was trained on</source>
        <translation>무엇이 어디를 보는가: 어느 네트워크도 배우지 않은 {category} 사진</translation>
    </message>
    <message>
        <source>What looks where: pictures of {category} by which no channel was chosen</source>
        <translation>무엇이 어디를 보는가: 채널을 고르는 데 쓰지 않은 {category} 사진</translation>
    </message>
    <message>
        <source>What looks where: pictures of {category} that the conversion has not seen</source>
        <translation>무엇이 어디를 보는가: 변환에 쓰지 않은 {category} 사진</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>where the answer
comes from</source>
        <translation>답이
나온 곳</translation>
    </message>
    <message>
        <source>shift {shift}</source>
        <translation>이동 {shift}</translation>
    </message>
    <message>
        <source>holds a part</source>
        <translation>부위를 짚음</translation>
    </message>
    <message>
        <source>holds no part</source>
        <translation>부위를 짚지 않음</translation>
    </message>
    <message>
        <source>CAM&apos;s network: {cam}, guessing: {guess}.</source>
        <translation>CAM 네트워크: {cam}, 무작위 추측: {guess}.</translation>
    </message>
    <message>
        <source>Guessing: {guess}.</source>
        <translation>찍기: {guess}.</translation>
    </message>
    <message>
        <source>Same pictures in every row, taken in the order of their digests. Filters by one rule for both networks: of each of the largest parts the one that follows best, then the others that follow best. Brightest: the peak in that picture, or a third of the filter&apos;s usual peak where it is lower; there the effective receptive field (rectangle) is left out.</source>
        <translation>모든 줄이 같은 사진이며, 파일 내용의 해시 순서로 골랐습니다. 필터는 두 네트워크에서 같은 규칙으로 골랐습니다: 큰 부위마다 가장 잘 따라가는 필터, 그다음으로 잘 따라가는 다른 필터. 가장 밝은 색은 그 사진의 최대 반응이며, 그것이 보통의 3분의 1보다 낮으면 그 3분의 1입니다. 그때는 유효 수용 영역(사각형)을 그리지 않았습니다.</translation>
    </message>
    <message>
        <source>Interpretable filters&apos; maps are masked, as their network learns by them.</source>
        <translation>해석 가능한 필터의 맵은 네트워크가 배울 때처럼 마스크를 씌웠습니다.</translation>
    </message>
    <message>
        <source>{count} positions, spread {spread:.2f}</source>
        <translation>위치 {count}개, 퍼짐 {spread:.2f}</translation>
    </message>
    <message>
        <source>fires on no picture</source>
        <translation>어느 사진에도 반응하지 않음</translation>
    </message>
    <message>
        <source>Each square is a place in the picture (every picture squashed to a square): the brighter, the more often a filter answers strongest there. A part of things that stand alike gathers in one place; it is scattered where they stand differently, or where the filter answers to anything. Spread: the typical distance from the mean position, as a share of the picture.</source>
        <translation>네모 하나는 사진의 한 자리입니다(사진은 모두 정사각형으로 누름). 밝을수록 필터가 그곳에서 가장 세게 반응하는 일이 많습니다. 늘 비슷하게 놓인 것의 부위는 한곳에 모이고, 놓인 곳이 다르거나 필터가 아무것에나 반응하면 흩어집니다. 퍼짐: 평균 위치에서의 전형적인 거리(사진에 대한 비율).</translation>
    </message>
    <message>
        <source>The channels with random weights are those of the same ranks when both networks&apos; are sorted by how well they follow.</source>
        <translation>무작위 가중치의 채널은, 두 네트워크의 채널을 따라간 비율로 정렬했을 때 순위가 같은 것입니다.</translation>
    </message>
    <message>
        <source>The original&apos;s filters are those of the same ranks when both networks&apos; are sorted by how well they follow.</source>
        <translation>원본의 필터는 두 네트워크를 따라가는 정도로 정렬했을 때 같은 순위의 것입니다.</translation>
    </message>
    <message>
        <source>Pictures kept aside.</source>
        <translation>남겨 둔 사진.</translation>
    </message>
    <message>
        <source>Pictures kept out of training.</source>
        <translation>학습에 쓰지 않은 사진.</translation>
    </message>
    <message>
        <source>Training pictures.</source>
        <translation>학습 사진.</translation>
    </message>
    <message>
        <source>Pictures that settings were chosen with.</source>
        <translation>설정을 고르는 데 쓴 사진.</translation>
    </message>
    <message>
        <source>Test pictures.</source>
        <translation>시험 사진.</translation>
    </message>
    <message>
        <source>All pictures of the run.</source>
        <translation>실행 기록의 모든 사진.</translation>
    </message>
    <message>
        <source>{name}, filter {index}</source>
        <translation>{name}, 필터 {index}</translation>
    </message>
    <message>
        <source>part {part}, filter {index}</source>
        <translation>부위 {part}, 필터 {index}</translation>
    </message>
    <message>
        <source>the picture and its strongest parts</source>
        <translation>사진과 가장 강하게 반응한 부위</translation>
    </message>
    <message>
        <source>CAM of the same picture</source>
        <translation>같은 사진의 CAM</translation>
    </message>
    <message>
        <source>Grad-CAM of the same picture</source>
        <translation>같은 사진의 Grad-CAM</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>부위 없음</translation>
    </message>
    <message>
        <source>The answer is a sum: {rest} before any part speaks, {parts} from the parts and {loose} from filters without a part make {sum}, which stands for {asked} {chance}. A number above 0 speaks for {asked}, one below 0 against it.</source>
        <translation>답은 합계입니다. 시작값 {rest}에 부위들의 몫 {parts}, 부위가 없는 필터들의 몫 {loose}을(를) 더하면 {sum}이고, 이는 {asked} {chance}에 해당합니다. 0보다 큰 숫자는 {asked} 쪽, 0보다 작은 숫자는 그 반대쪽입니다.</translation>
    </message>
    <message>
        <source>Each number: how far the answer falls without that part. The answer is {sum}, which stands for {asked} {chance}; the parts explain {parts} of it, filters without a part {loose}, all else {rest}. A number above 0 speaks for {asked}, one below 0 against it.</source>
        <translation>각 숫자는 그 부위가 없을 때 답이 내려가는 정도입니다. 답은 {sum}이고 {asked} {chance}에 해당합니다. 이 가운데 부위들이 {parts}, 부위가 없는 필터들이 {loose}, 나머지가 {rest}을(를) 설명합니다. 0보다 큰 숫자는 {asked} 쪽, 0보다 작은 숫자는 그 반대쪽입니다.</translation>
    </message>
    <message>
        <source>Crops: the effective receptive field of the peak.</source>
        <translation>잘라 낸 조각: 정점의 유효 수용 영역.</translation>
    </message>
    <message>
        <source>Then {rest}. {title}</source>
        <translation>다음은 {rest}. {title}</translation>
    </message>
    <message>
        <source>probability of {asked}</source>
        <translation>{asked}의 확률</translation>
    </message>
    <message>
        <source>part {group}</source>
        <translation>부위 {group}</translation>
    </message>
    <message>
        <source>filter {index}</source>
        <translation>필터 {index}</translation>
    </message>
    <message>
        <source>one of {count}: filter {index}</source>
        <translation>{count}개 중 필터 {index}</translation>
    </message>
    <message>
        <source>Part {part}</source>
        <translation>부위 {part}</translation>
    </message>
    <message>
        <source>Heatmaps of filter {filter}</source>
        <translation>필터 {filter}의 히트맵</translation>
    </message>
    <message>
        <source>Where it fires strongest, in {pictures}</source>
        <translation>가장 세게 반응하는 곳, {pictures}에서</translation>
    </message>
    <message>
        <source>This filter fires on no picture of its category.</source>
        <translation>이 필터는 그 범주의 어느 사진에도 반응하지 않습니다.</translation>
    </message>
    <message>
        <source>{category}: {filter} of {whose}</source>
        <translation>{category}: {whose}의 {filter}</translation>
    </message>
    <message>
        <source>no other filter holds its part</source>
        <translation>같은 부위를 짚는 다른 필터 없음</translation>
    </message>
    <message>
        <source>{count} filters hold its part</source>
        <translation>필터 {count}개가 같은 부위를 짚음</translation>
    </message>
    <message>
        <source>grouped with {count} filters by an earlier version</source>
        <translation>이전 버전이 필터 {count}개와 묶음</translation>
    </message>
    <message>
        <source>{test} {value} ({mark}) {sign}</source>
        <translation>{test} {value} ({mark}) {sign}</translation>
    </message>
    <message>
        <source>grounding not measured</source>
        <translation>조각만으로 충분한지는 재지 않음</translation>
    </message>
    <message>
        <source>mean peak {strength:.2f}</source>
        <translation>평균 최댓값 {strength:.2f}</translation>
    </message>
    <message>
        <source>effective receptive field {effective_field:.0f} of {input_size} px</source>
        <translation>유효 수용 영역 {input_size} px 중 {effective_field:.0f} px</translation>
    </message>
    <message>
        <source>Rectangles: the effective receptive field of the peak (two thirds of its gradient); dashed: the theoretical one, where it fits into the picture. One colour scale for all pictures.
</source>
        <translation>사각형: 최대 반응점의 유효 수용 영역(기울기의 3분의 2). 점선: 사진 안에 들어갈 때의 이론 영역. 모든 사진이 같은 색 눈금을 씁니다.
</translation>
    </message>
    <message>
        <source>White frame: the region of the photograph that the networks read.</source>
        <translation>흰 테두리: 네트워크가 읽은 사진의 영역.</translation>
    </message>
    <message>
        <source>the other categories</source>
        <translation>다른 범주</translation>
    </message>
    <message>
        <source>its own pictures, shuffled</source>
        <translation>같은 사진을 조각내어 뒤섞은 것</translation>
    </message>
    <message>
        <source>each other alone</source>
        <translation>서로</translation>
    </message>
    <message>
        <source>Run {run}: {category} told from {others}, {count} filters on {backbone}, variant {variant}, seed {seed}.</source>
        <translation>실행 기록 {run}: {category} 범주를 {others}에서 구별함, {backbone} 위 필터 {count}개, 방식 {variant}, 시드 {seed}.</translation>
    </message>
    <message>
        <source>Run {run}: {category} and {others}, {count} channels of {backbone}, as it was given; nothing was trained.</source>
        <translation>실행 {run}: {category}과(와) {others}, {backbone}의 채널 {count}개. 주어진 그대로이며 아무것도 학습하지 않았습니다.</translation>
    </message>
    <message>
        <source>Run {run}: {category} and {others}, {count} channels of {backbone}, converted on these pictures, seed {seed}.</source>
        <translation>실행 기록 {run}: {category} 및 {others}, {backbone}의 채널 {count}개, 이 사진들로 변환함, 시드 {seed}.</translation>
    </message>
    <message>
        <source>Location instability on test pictures {own}, with random weights {twin} (always the centre {centre}, anywhere {random}).</source>
        <translation>시험 사진의 위치 불안정도 {own}, 무작위 가중치 {twin}(늘 한가운데 {centre}, 아무 데나 {random}).</translation>
    </message>
    <message>
        <source>Location instability on test pictures {own}, the original {twin} (always the centre {centre}, anywhere {random}).</source>
        <translation>시험 사진의 위치 불안정도 {own}, 원본 {twin} (늘 가운데 {centre}, 아무 데나 {random}).</translation>
    </message>
    <message>
        <source>Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): moved {shift}.</source>
        <translation>내용이 옮겨 간 곳에 있는 최대 반응점의 비율, 모든 필터의 평균(쌍둥이 네트워크, 학습하지 않은 필터): 이동 {shift}.</translation>
    </message>
    <message>
        <source>Share of peaks that are where the content went, mean of all filters (ordinary twin, untrained filters): moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.</source>
        <translation>내용이 옮겨 간 곳에 있는 최대 반응점의 비율, 모든 필터의 평균(쌍둥이 네트워크, 학습하지 않은 필터): 이동 {shift}, 거울상 {mirror}, 다른 사진에 이식 {transplant}.</translation>
    </message>
    <message>
        <source>Location instability on test pictures {own}, twin {twin} (always the centre {centre}, anywhere {random}).</source>
        <translation>시험 사진의 위치 불안정도 {own}, 쌍둥이 {twin} (늘 가운데 {centre}, 아무 데나 {random}).</translation>
    </message>
    <message>
        <source>Share of peaks that are where the content went, mean of all filters (in brackets: with random weights): moved {shift}.</source>
        <translation>내용을 따라간 최대 반응점의 비율, 모든 필터의 평균(괄호는 무작위 가중치): 옮기기 {shift}.</translation>
    </message>
    <message>
        <source>Share of peaks that are where the content went, mean of all filters (in brackets: with random weights): moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.</source>
        <translation>내용을 따라간 최대 반응점의 비율, 모든 필터의 평균(괄호는 무작위 가중치): 옮기기 {shift}, 뒤집기 {mirror}, 다른 사진에 붙이기 {transplant}.</translation>
    </message>
    <message>
        <source>Share of peaks that are where the content went, mean of all filters (the original, random weights): moved {shift}, mirrored {mirror}, pasted into another picture {transplant}.</source>
        <translation>내용이 옮겨 간 곳에 있는 최대 반응점의 비율, 모든 필터의 평균(원본, 무작위 가중치): 이동 {shift}, 거울상 {mirror}, 다른 사진에 이식 {transplant}.</translation>
    </message>
    <message>
        <source>pictures by which no channel was chosen</source>
        <translation>채널을 고르는 데 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>pictures that the conversion has not seen</source>
        <translation>변환에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>pictures kept out of training</source>
        <translation>학습에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>training pictures (the run has no other)</source>
        <translation>학습 사진(다른 사진이 없음)</translation>
    </message>
    <message>
        <source>Comparing pictures</source>
        <translation>사진 비교 중</translation>
    </message>
    <message>
        <source>Positions of parts, machine-made by Partscope, run {run}: guesses of filters, to be corrected by a person.
They are never ground truth.

A point is the middle of the cell where the part&apos;s filter peaks, in pixels of the upright photograph (x to the right, y
down, from the top left corner). Cells are 1/{cells} of the region that the network read apart: no point is finer.
Confidence: the peak divided by the peak that only one held-out picture in ten exceeds, at most 1. It tells how strongly
the filter fires, not how right the point is. A part is visible if that is {faint} or more. Elsewhere its point is left
out; formats that need one have 0 0 0, &quot;not labelled&quot;.
Box of an object: the region that the network read, with a margin around the object; else the whole photograph.

coco.json: keypoints of COCO; score is the mean confidence of the parts, keypoint_scores has each.
yolo/: data.yaml, lists of pictures, labels/ with a file a picture. Put the pictures into yolo/images/. The format has
  no place for a confidence.
labelme/: a file a picture, which names the picture by a relative path; a point&apos;s description has its confidence.
cvat.xml: CVAT for images 1.1. cvat-labels.json: the labels, to be pasted into a new task (Raw).
landmarks.csv: for Partscope. machine_confidence is emptied when a point is corrected there. Of several objects in a
  photograph the one with the highest score. Never measure the run by its own guesses.

Files that are there already are never overwritten: you may have corrected them.

Parts:
{parts}
</source>
        <translation>부위의 위치. Partscope 실행 {run}이(가) 기계로 만든 것입니다. 필터가 추정한 위치이므로 사람이 고쳐야 하며,
정답으로 쓰면 안 됩니다.

점은 그 부위의 필터가 가장 세게 반응한 칸의 한가운데이고, 똑바로 세운 사진의 픽셀로 적습니다(x는 오른쪽, y는 아래쪽,
왼쪽 위가 원점). 칸의 간격은 네트워크가 읽은 영역의 1/{cells}입니다. 점은 이보다 정밀하지 않습니다.
신뢰도: 최대 반응을, 따로 남겨 둔 사진 열 장 가운데 한 장만 넘는 값으로 나눈 것(최대 1). 필터가 얼마나 세게
반응했는지를 말할 뿐, 점이 맞는지를 말하지는 않습니다. 이 값이 {faint} 이상이면 부위가 보이는 것으로 칩니다. 나머지는
점을 빼거나, 점이 꼭 필요한 형식에서는 0 0 0(라벨 없음)으로 적습니다.
물체의 상자: 네트워크가 읽은 영역(물체 둘레에 여백이 있음), 없으면 사진 전체.

coco.json: COCO 키포인트. score는 부위들의 평균 신뢰도, keypoint_scores는 부위마다의 신뢰도.
yolo/: data.yaml, 사진 목록, 사진마다 파일 하나가 있는 labels/. 사진은 yolo/images/에 넣으세요. 이 형식에는 신뢰도를
  적을 곳이 없습니다.
labelme/: 사진마다 파일 하나. 사진을 상대 경로로 가리킵니다. 점의 description에 신뢰도가 있습니다.
cvat.xml: CVAT for images 1.1. cvat-labels.json: 새 작업에 붙여 넣을 라벨(Raw).
landmarks.csv: Partscope용. Partscope에서 점을 고치면 machine_confidence가 비워집니다. 한 사진에 물체가 여럿이면
  점수가 가장 높은 것을 적습니다. 실행을 그 실행이 추정한 점으로 재지 마세요.

이미 있는 파일은 덮어쓰지 않습니다. 고친 파일일 수 있기 때문입니다.

부위:
{parts}
</translation>
    </message>
    <message>
        <source>Partscope: files of run {run}, network {network}, variant {variant}, seed {seed}.</source>
        <translation>Partscope: 실행 {run}의 파일. 네트워크 {network}, 방식 {variant}, 시드 {seed}.</translation>
    </message>
    <message>
        <source>the whole picture, or its region in the run&apos;s objects.csv, squashed to {size} x {size} pixels</source>
        <translation>사진 전체나 실행의 objects.csv에 있는 영역을 {size} x {size}픽셀로 줄인 것</translation>
    </message>
    <message>
        <source>Partscope: files of run {run}, {title} ({network}).</source>
        <translation>Partscope: 실행 {run}의 파일. {title}({network}).</translation>
    </message>
    <message>
        <source>the middle {size} x {size} pixels of the picture, whose shorter side is first resized to {resize} pixels</source>
        <translation>짧은 변을 {resize}픽셀로 바꾼 사진의 가운데 {size} x {size}픽셀</translation>
    </message>
    <message>
        <source>FFF is a filter&apos;s number, PPPPP a picture&apos;s number in the run; both count from 0.
overlays/filter-FFF/PPPPP-name.png: the picture with the filter&apos;s heatmap over it.
heatmaps/filter-FFF/PPPPP-name.png: the heatmap alone, black away from the filter&apos;s part.
  One colour scale for all pictures of a filter: the brightest colour is the peak that only one picture in ten reaches.
maps/PPPPP-name.npy: 32-bit numbers, {filters} filters x {cells} rows x {cells} columns, before masking. A map covers
  {covers}; neighbouring cells are {stride} of these pixels apart and the first is centred on pixel {start}. The numbers
  have no unit.
peaks.csv: for each filter and picture the cell of the peak (row and column from 0), its middle in pixels of the picture
  (x to the right, y down), its value before masking, and the network&apos;s answer (a probability). No place: the filter
  does not fire there.
</source>
        <translation>FFF는 필터 번호, PPPPP는 실행 안의 사진 번호이며 둘 다 0부터 셉니다.
overlays/filter-FFF/PPPPP-name.png: 사진 위에 필터의 히트맵을 겹친 것.
heatmaps/filter-FFF/PPPPP-name.png: 히트맵만. 필터의 부위에서 먼 곳은 검은색입니다.
  한 필터의 모든 사진에 같은 색 눈금을 씁니다. 가장 밝은 색은 사진 열 장 중 한 장만 이르는 최대 반응입니다.
maps/PPPPP-name.npy: 32비트 수, 필터 {filters}개 x {cells}행 x {cells}열, 마스크를 씌우기 전. 맵은
  {covers}을(를) 덮습니다. 이웃한 칸의 간격은 이 픽셀로 {stride}이고 첫 칸의 한가운데는 픽셀 {start}입니다. 값에는
  단위가 없습니다.
peaks.csv: 필터와 사진마다 최대 반응점의 칸(행과 열, 0부터), 그 한가운데의 사진 픽셀
  (x는 오른쪽, y는 아래쪽), 마스크를 씌우기 전의 값, 네트워크의 답(확률).
  위치가 비어 있으면 필터가 그 사진에 반응하지 않은 것입니다.
</translation>
    </message>
    <message>
        <source>The same picture is {name}, and there its category is {category}.</source>
        <translation>같은 사진이 {name}에도 있는데, 그 범주는 {category}입니다.</translation>
    </message>
    <message>
        <source>No part of {category} is seen ({parts}).</source>
        <translation>{category}의 부위가 하나도 보이지 않습니다({parts}).</translation>
    </message>
    <message>
        <source>Unlike the training pictures: {share} of those kept aside are as unlike.</source>
        <translation>학습 사진과 다름: 남겨 둔 사진 가운데 이만큼 다른 것은 {share}입니다.</translation>
    </message>
    <message>
        <source>Looks like {category} ({share})</source>
        <translation>{category}처럼 보임({share})</translation>
    </message>
    <message>
        <source>{parts} of {category} seen</source>
        <translation>{category}의 {parts} 보임</translation>
    </message>
    <message>
        <source>{parts} of {category} not seen</source>
        <translation>{category}의 {parts} 안 보임</translation>
    </message>
    <message>
        <source>the background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>{shown} of {count} pictures. {about}</source>
        <translation>사진 {count}장 가운데 {shown}장. {about}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>wrong: {answer}</source>
        <translation>틀림: {answer}</translation>
    </message>
    <message>
        <source>Ring: where the part&apos;s filter peaks, of several with the part&apos;s number. Cross: the same where the filter does not see the part; the picture may show it all the same.</source>
        <translation>고리: 부위를 짚는 필터의 최대 반응점. 부위가 여럿이면 번호를 붙였습니다. 십자: 필터가 부위를 보지 못한 사진의 최대 반응점. 그래도 사진에는 부위가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>asked about: {name}</source>
        <translation>물어본 사진: {name}</translation>
    </message>
    <message>
        <source>Above: the crop around the peak of the filter. Number: how alike all filters of the networks answer there, 1 is the same.</source>
        <translation>위: 필터의 최대 반응점 둘레의 조각. 숫자: 그곳에서 네트워크들의 모든 필터가 얼마나 비슷하게 반응하는가. 1이면 같습니다.</translation>
    </message>
    <message>
        <source>Most alike to {filter} in {name}</source>
        <translation>{name}의 {filter}와(과) 가장 비슷한 곳</translation>
    </message>
    <message>
        <source>least probable answers left out first</source>
        <translation>확률이 낮은 답부터 뺌</translation>
    </message>
    <message>
        <source>most unlike pictures left out first</source>
        <translation>가장 다른 사진부터 뺌</translation>
    </message>
    <message>
        <source>pictures answered</source>
        <translation>답한 사진</translation>
    </message>
    <message>
        <source>answers right</source>
        <translation>맞힌 답</translation>
    </message>
    <message>
        <source>How often it is right where it may not answer</source>
        <translation>답을 미뤄도 될 때 얼마나 맞히는가</translation>
    </message>
    <message>
        <source>On {count} test pictures. Line: {known} of them count as known.</source>
        <translation>시험 사진 {count}장. 세로선: 그중 {known}를 아는 사진으로 셉니다.</translation>
    </message>
    <message>
        <source>{count} pictures of {run} worth a look</source>
        <translation>{run}에서 눈여겨볼 사진 {count}장</translation>
    </message>
    <message>
        <source>Before and after {title} was forbidden</source>
        <translation>{title}을(를) 쓰지 않게 하기 전과 후</translation>
    </message>
    <message>
        <source>Mean change of a probability</source>
        <translation>확률의 평균 변화</translation>
    </message>
    <message>
        <source>Added to the logit of its category</source>
        <translation>범주의 로짓에 더하는 값</translation>
    </message>
    <message>
        <source>when it is covered</source>
        <translation>그것을 가렸을 때</translation>
    </message>
    <message>
        <source>… if as much is covered elsewhere</source>
        <translation>… 다른 곳을 같은 넓이만큼 가렸을 때</translation>
    </message>
    <message>
        <source>when it is pasted into a picture</source>
        <translation>그것을 다른 사진에 붙였을 때</translation>
    </message>
    <message>
        <source>… if something else is pasted</source>
        <translation>… 다른 것을 붙였을 때</translation>
    </message>
    <message>
        <source>other filters</source>
        <translation>나머지 필터</translation>
    </message>
</context>
<context>
    <name>FileManager</name>
    <message>
        <source>No program that opens this was found. It lies here: {path}</source>
        <translation>이 파일을 열 프로그램을 찾지 못했습니다. 파일의 위치: {path}</translation>
    </message>
    <message>
        <source>No program that shows folders was found. The file lies here: {path}</source>
        <translation>폴더를 보여 주는 프로그램을 찾지 못했습니다. 파일의 위치: {path}</translation>
    </message>
</context>
<context>
    <name>FilterDetail</name>
    <message>
        <source>Keep this picture</source>
        <translation>이 사진 고정</translation>
    </message>
    <message>
        <source>Stay on it when another filter is chosen</source>
        <translation>다른 필터를 골라도 이 사진을 그대로 봅니다</translation>
    </message>
    <message>
        <source>Ask about a picture…</source>
        <translation>사진에 대해 묻기…</translation>
    </message>
    <message>
        <source>Any picture will do; you can also drop it on the window</source>
        <translation>어떤 사진이든 됩니다. 창에 끌어다 놓아도 됩니다</translation>
    </message>
    <message>
        <source>Locate pictures…</source>
        <translation>사진 위치 지정…</translation>
    </message>
    <message>
        <source>How steadily it follows its part</source>
        <translation>부위를 얼마나 꾸준히 따라가는가</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Grad-CAM&apos;s stages of the same picture</source>
        <translation>같은 사진의 Grad-CAM 단계</translation>
    </message>
    <message>
        <source>CAM&apos;s stages of the same picture</source>
        <translation>같은 사진에서 CAM의 단계</translation>
    </message>
    <message>
        <source>What each part adds to the answer</source>
        <translation>부위마다 답에 더하는 몫</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>끄기</translation>
    </message>
</context>
<context>
    <name>FilterNotes</name>
    <message>
        <source>Name &apos;{name}&apos;</source>
        <translation>이름 &apos;{name}&apos;</translation>
    </message>
    <message>
        <source>Remove name</source>
        <translation>이름 지우기</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>별표 지우기</translation>
    </message>
</context>
<context>
    <name>FilterWall</name>
    <message>
        <source>Wall of filters</source>
        <translation>필터 목록</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Go from filter to filter, or from best picture to best picture</source>
        <translation>필터에서 필터로, 잘 맞는 사진에서 다음 사진으로 가기</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Star the chosen filter</source>
        <translation>고른 필터에 별표 달기</translation>
    </message>
    <message>
        <source>+  −  0</source>
        <translation>+  −  0</translation>
    </message>
    <message>
        <source>Zoom the picture in and out, show it whole</source>
        <translation>사진을 확대·축소하고 전체로 보기</translation>
    </message>
    <message>
        <source>Left  Right</source>
        <translation>←  →</translation>
    </message>
    <message>
        <source>Parts: show the picture before or after</source>
        <translation>부위: 이전 또는 다음 사진 보기</translation>
    </message>
    <message>
        <source>Up  Down</source>
        <translation>↑  ↓</translation>
    </message>
    <message>
        <source>Parts: choose the part above or below</source>
        <translation>부위: 위 또는 아래 부위 고르기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Wall: show or hide the other filters of a part</source>
        <translation>필터 목록: 부위의 다른 필터 펼치기·접기</translation>
    </message>
    <message>
        <source>Show or hide the overlay, or the marks of the parts</source>
        <translation>오버레이나 부위 표시 보이기·숨기기</translation>
    </message>
    <message>
        <source>Name the chosen part, or the part of the chosen filter</source>
        <translation>고른 부위 또는 고른 필터의 부위 이름 짓기</translation>
    </message>
    <message>
        <source>Zoom and move the three pictures together</source>
        <translation>사진 세 장을 함께 확대하고 움직이기</translation>
    </message>
    <message>
        <source>Ctrl+Wheel, drag</source>
        <translation>Ctrl+휠, 끌기</translation>
    </message>
    <message>
        <source>No filters yet</source>
        <translation>아직 필터가 없습니다</translation>
    </message>
    <message>
        <source>Train on a folder of pictures, or open a run of an earlier training: here you see the part each filter has found, on any picture you like.</source>
        <translation>사진 폴더로 학습하거나 지난 실행 기록을 여세요. 필터마다 찾은 부위를 어떤 사진에서든 여기서 봅니다.</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>학습으로 가기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
</context>
<context>
    <name>FoldedSection</name>
    <message>
        <source>{title}: shown</source>
        <translation>{title}: 펼침</translation>
    </message>
    <message>
        <source>{title}: hidden</source>
        <translation>{title}: 접힘</translation>
    </message>
</context>
<context>
    <name>ForbidController</name>
    <message>
        <source>Forbid this part…</source>
        <translation>이 부위 쓰지 않기…</translation>
    </message>
    <message>
        <source>Only the answer of the interpretable network is fitted anew.</source>
        <translation>해석 가능한 네트워크의 답만 다시 맞출 수 있습니다.</translation>
    </message>
    <message>
        <source>This filter holds no part.</source>
        <translation>이 필터는 부위를 짚지 않습니다.</translation>
    </message>
    <message>
        <source>No filter of this run holds a part. Mark regions in a table to forbid them.</source>
        <translation>이 실행 기록에는 부위를 짚는 필터가 없습니다. 쓰지 않을 영역을 표에 적으세요.</translation>
    </message>
    <message>
        <source>It can start when the work under way has ended.</source>
        <translation>진행 중인 작업이 끝나면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>The answer of this run is fitted anew so that it does not use {title}. That takes a minute or two for a few hundred pictures; no filter is trained.</source>
        <translation>{title}을(를) 쓰지 않도록 이 실행 기록의 답을 다시 맞춥니다. 사진 몇백 장이면 1~2분이 걸리며, 필터는 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>The filters stay. They still see {title}, and it is still marked on pictures; the answer ignores it.</source>
        <translation>필터는 그대로입니다. {title}은(는) 여전히 보이고 사진에도 표시되지만, 답은 이것을 무시합니다.</translation>
    </message>
    <message>
        <source>A new run is made beside this one, and opened. This run stays as it is.</source>
        <translation>이 실행 기록 옆에 새 실행 기록을 만들어 엽니다. 이 실행 기록은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Then the Measure page shows both answers side by side: how often they are right, and how much they change when {title} is covered, or put into other pictures.</source>
        <translation>그다음 측정 페이지에서 두 답을 나란히 볼 수 있습니다. 얼마나 자주 맞히는지, {title}을(를) 가리거나 다른 사진에 붙이면 얼마나 바뀌는지 나옵니다.</translation>
    </message>
    <message>
        <source>Fitting {name} without {title}</source>
        <translation>{title} 없이 {name} 다시 맞추기</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>엔진을 기다리는 중…</translation>
    </message>
    <message>
        <source>Cancelled: nothing was made.</source>
        <translation>취소했습니다. 아무것도 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is done.</source>
        <translation>&apos;{title}&apos; 작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>바뀐 것 보기</translation>
    </message>
</context>
<context>
    <name>ForbidDialog</name>
    <message>
        <source>Forbid a part</source>
        <translation>쓰지 않을 부위</translation>
    </message>
    <message>
        <source>What is not to count</source>
        <translation>답에 쓰지 않을 것</translation>
    </message>
    <message>
        <source>Regions marked in a table…</source>
        <translation>표에 적은 영역…</translation>
    </message>
    <message>
        <source>A CSV with the columns image,x,y,width,height in pixels of the picture</source>
        <translation>image,x,y,width,height 열이 있는 CSV. 단위는 사진의 픽셀입니다</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Forbid it</source>
        <translation>쓰지 않기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>What must the answer not use?</source>
        <translation>답에 무엇을 쓰지 않을까요?</translation>
    </message>
    <message>
        <source>Choose a table of boxes</source>
        <translation>상자 표 고르기</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>What {table} marks</source>
        <translation>{table}에 표시된 것</translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Find by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Find a picture by its name</source>
        <translation>이름으로 사진 찾기</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>축소판 크기</translation>
    </message>
</context>
<context>
    <name>GuideButton</name>
    <message>
        <source>Explain this in the guide</source>
        <translation>사용 안내에서 설명 보기</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>사용 안내</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>안내 페이지</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>No folder</source>
        <translation>폴더 없음</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>실행 기록 없음</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>다음 단계</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Unsure: {answer} {chance}</source>
        <translation>불확실: {answer} {chance}</translation>
    </message>
    <message>
        <source>This is an {category}: {chance}</source>
        <translation>{category}입니다 (확신 {chance})</translation>
    </message>
    <message>
        <source>This is a {category}: {chance}</source>
        <translation>{category}입니다 (확신 {chance})</translation>
    </message>
    <message>
        <source>None of them (most likely {category}: {chance})</source>
        <translation>해당하는 것이 없습니다(가장 가까운 것은 {category}: {chance})</translation>
    </message>
    <message>
        <source>Not a {category} ({category}: {chance})</source>
        <translation>{category}이(가) 아닙니다({category}: {chance})</translation>
    </message>
    <message>
        <source>Not an {category} ({category}: {chance})</source>
        <translation>{category}이(가) 아닙니다({category}: {chance})</translation>
    </message>
    <message>
        <source>The whole picture was read, but this run was trained on boxes: cut the object out, or give its box (partscope explain --box).</source>
        <translation>사진 전체를 읽었습니다. 이 실행은 상자 안만 읽고 학습했으므로 물체를 잘라 내거나 상자를 알려 주세요(partscope explain --box).</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>This picture is unlike those that the network was trained on: its answer should not be trusted.</source>
        <translation>네트워크가 학습한 사진들과 다른 사진입니다. 이 답은 믿지 마세요.</translation>
    </message>
    <message>
        <source>Of 100 pictures kept aside to which the same answer is right, {unlike} are as unlike: {unsure} are answered as unsurely, {far} look as strange.</source>
        <translation>따로 두었고 같은 답이 맞는 사진 100장 가운데 이 사진만큼 다른 것의 수: {unlike} (답이 불확실하기로는 {unsure}, 모습이 낯설기로는 {far}).</translation>
    </message>
    <message>
        <source>fewer than 1</source>
        <translation>1 미만</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플 써 보기</translation>
    </message>
    <message>
        <source>Their parts are found without marking any. Use a folder with a sub-folder for each kind of thing: drop it here, or open it. Nothing leaves this machine.</source>
        <translation>아무 표시를 하지 않아도 사진 속 대상의 부위를 찾아냅니다. 종류마다 하위 폴더가 있는 폴더를 여기에 끌어다 놓거나 여세요. 모든 데이터는 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>The sample is a finished run on drawn creatures: see its parts at once.</source>
        <translation>샘플은 그림으로 그린 동물을 이미 학습해 둔 기록입니다. 찾아낸 부위를 바로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Start with a folder of pictures</source>
        <translation>사진 폴더로 시작하세요</translation>
    </message>
    <message>
        <source>{path} is no longer there</source>
        <translation>{path}: 이제 여기에 없습니다</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Go from picture to picture</source>
        <translation>사진에서 사진으로 가기</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+화살표</translation>
    </message>
    <message>
        <source>Select several pictures</source>
        <translation>사진 여러 장 고르기</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Show the picture as large as the window</source>
        <translation>사진을 창 크기로 보기</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Have the picture explained by the open run</source>
        <translation>열린 실행 기록으로 사진 설명하기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Leave the selected pictures out, or take them in again; no file is deleted</source>
        <translation>고른 사진을 제외하거나 다시 포함하기. 파일은 지우지 않습니다</translation>
    </message>
    <message>
        <source>Copy the paths of the selected pictures</source>
        <translation>고른 사진의 경로 복사</translation>
    </message>
    <message>
        <source>Find a picture by its name</source>
        <translation>이름으로 사진 찾기</translation>
    </message>
    <message>
        <source>{selected:,} of {shown:,} selected</source>
        <translation>{shown:,}장 중 {selected:,}장 고름</translation>
    </message>
    <message>
        <source>No picture is like that</source>
        <translation>그런 사진이 없습니다</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>사진 1장</translation>
    </message>
    <message>
        <source>{shown:,} pictures</source>
        <translation>사진 {shown:,}장</translation>
    </message>
    <message>
        <source>Explain by the open run</source>
        <translation>열린 실행 기록으로 설명하기</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy {count} paths</source>
        <translation>경로 {count}개 복사</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>경로 복사</translation>
    </message>
    <message>
        <source>Draw boxes…</source>
        <translation>상자 그리기…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>사진 복사</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Leave {count:,} out</source>
        <translation>{count:,}장 제외</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Take {count:,} in again</source>
        <translation>{count:,}장 다시 포함</translation>
    </message>
    <message>
        <source>The path is copied.</source>
        <translation>경로를 복사했습니다.</translation>
    </message>
    <message>
        <source>{count} paths are copied.</source>
        <translation>경로 {count}개를 복사했습니다.</translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <translation>사진을 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>InspectionWatch</name>
    <message>
        <source>&apos;{title}&apos; is done.</source>
        <translation>&apos;{title}&apos; 작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>See its filters</source>
        <translation>필터 보기</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>바뀐 것 보기</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>지금 마치기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop for now</source>
        <translation>저장하고 중단</translation>
    </message>
    <message>
        <source>Working out how long it takes</source>
        <translation>얼마나 걸릴지 계산하는 중</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 하기</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>진행 상황</translation>
    </message>
</context>
<context>
    <name>JudgeBar</name>
    <message>
        <source>Judge it now</source>
        <translation>지금 판정하기</translation>
    </message>
    <message>
        <source>Test every filter on the run&apos;s pictures, then measure the run again</source>
        <translation>실행 기록의 사진으로 모든 필터를 검사한 뒤 다시 측정합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop judging; the run stays as it was</source>
        <translation>판정을 멈춥니다. 실행 기록은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>판정</translation>
    </message>
</context>
<context>
    <name>JudgeController</name>
    <message>
        <source>Judging {name}</source>
        <translation>{name} 판정</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>엔진을 기다리는 중…</translation>
    </message>
    <message>
        <source>Another run is being judged.</source>
        <translation>다른 실행 기록을 판정하고 있습니다.</translation>
    </message>
    <message>
        <source>It can start when the work under way has ended.</source>
        <translation>진행 중인 작업이 끝나면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>Testing the filters on the run&apos;s pictures…</source>
        <translation>실행 기록의 사진으로 필터를 검사하는 중…</translation>
    </message>
    <message>
        <source>Cancelled; the run stays as it was.</source>
        <translation>취소했습니다. 실행 기록은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>글로 복사</translation>
    </message>
    <message>
        <source>Copy the whole sheet, to paste or print it elsewhere</source>
        <translation>모두 복사해 다른 곳에 붙이거나 인쇄하기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>LandmarkController</name>
    <message>
        <source>It is kept under another name as soon as something is marked here.</source>
        <translation>여기에 무엇이든 표시하면 다른 이름으로 저장됩니다.</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>remove mark</source>
        <translation>표시 지우기</translation>
    </message>
    <message>
        <source>add part</source>
        <translation>부위 추가</translation>
    </message>
    <message>
        <source>rename part</source>
        <translation>부위 이름 바꾸기</translation>
    </message>
    <message>
        <source>{part} and its marks are removed; undo brings them back.</source>
        <translation>{part} 부위와 그 표시를 지웠습니다. 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>Landmarks measured on 1 marked picture.</source>
        <translation>기준점은 표시한 사진 1장에서 측정했습니다.</translation>
    </message>
    <message>
        <source>Landmarks measured on {count} marked pictures.</source>
        <translation>기준점은 표시한 사진 {count}장에서 측정했습니다.</translation>
    </message>
    <message>
        <source>remove part</source>
        <translation>부위 삭제</translation>
    </message>
    <message>
        <source>Marks that another program has made in this folder were added.</source>
        <translation>다른 프로그램이 이 폴더에 한 표시를 더했습니다.</translation>
    </message>
    <message>
        <source>The marks cannot be kept. {reason} They are here until the window is closed.</source>
        <translation>표시를 저장할 수 없습니다. {reason} 창을 닫을 때까지는 남아 있습니다.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>For the figures of held-out pictures a few more of those are needed; they come first here.</source>
        <translation>학습에 쓰지 않은 사진의 수치에는 그런 사진이 몇 장 더 필요합니다. 여기서는 그것이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Location instability {own:.3f}; ordinary twin {twin:.3f}, always the centre {centre:.3f}.</source>
        <translation>위치 불안정도 {own:.3f}; 쌍둥이 네트워크 {twin:.3f}, 늘 가운데일 때 {centre:.3f}.</translation>
    </message>
    <message>
        <source>Mark one part in {count} more pictures: then the run is measured with it at once.</source>
        <translation>사진 {count}장에 부위를 하나씩만 더 표시하면 바로 측정합니다.</translation>
    </message>
    <message>
        <source>Mark that part in one more picture: then the run is measured with it at once.</source>
        <translation>사진 한 장에 그 부위만 더 표시하면 바로 측정합니다.</translation>
    </message>
    <message>
        <source>Every mark is kept in {path}</source>
        <translation>표시는 모두 여기에 저장됩니다: {path}</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to: every mark is kept in {path}</source>
        <translation>폴더 {folder}에 쓸 수 없어 표시를 여기에 저장합니다: {path}</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>학습에 쓰지 않음</translation>
    </message>
    <message>
        <source>choosing</source>
        <translation>설정 선택용</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>학습에 씀</translation>
    </message>
    <message>
        <source>Picture {at} of {count} · {side}</source>
        <translation>사진 {at}/{count} · {side}</translation>
    </message>
    <message>
        <source>{done} of {target} marked</source>
        <translation>{target}장 중 {done}장 표시함</translation>
    </message>
    <message>
        <source>Location instability {own:.3f}; with random weights {twin:.3f}, always the centre {centre:.3f}.</source>
        <translation>위치 불안정도 {own:.3f}; 무작위 가중치 {twin:.3f}, 늘 한가운데 {centre:.3f}.</translation>
    </message>
    <message>
        <source>Location instability {own:.3f}; the original {twin:.3f}, always the centre {centre:.3f}.</source>
        <translation>위치 불안정도 {own:.3f}; 원본 {twin:.3f}, 늘 가운데일 때 {centre:.3f}.</translation>
    </message>
    <message>
        <source>{done} marked</source>
        <translation>{done}장 표시함</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>표시함</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>Name the first part at the right, then click it in the pictures</source>
        <translation>오른쪽에서 첫 부위의 이름을 짓고 사진에서 클릭하세요</translation>
    </message>
    <message>
        <source>Click: {part}</source>
        <translation>클릭하세요: {part}</translation>
    </message>
    <message>
        <source>{part}: not visible here. Click where it is after all, or go on</source>
        <translation>{part}: 여기서는 보이지 않음. 보이면 그 자리를 클릭하고, 아니면 넘어가세요</translation>
    </message>
    <message>
        <source>{part}: marked. Click or drag to correct it</source>
        <translation>{part}: 표시했습니다. 클릭하거나 끌어서 고칠 수 있습니다</translation>
    </message>
</context>
<context>
    <name>LandmarkPanel</name>
    <message>
        <source>Click</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>Mark the chosen part and go to the next</source>
        <translation>고른 부위를 표시하고 다음으로 가기</translation>
    </message>
    <message>
        <source>Choose a part</source>
        <translation>부위 고르기</translation>
    </message>
    <message>
        <source>X or N</source>
        <translation>X 또는 N</translation>
    </message>
    <message>
        <source>The part is not visible here</source>
        <translation>이 사진에는 부위가 보이지 않음</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the mark of the part</source>
        <translation>부위의 표시 지우기</translation>
    </message>
    <message>
        <source>Space, Enter, →</source>
        <translation>Space, Enter, →</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Backspace, ←</source>
        <translation>Backspace, ←</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Ctrl+Z, Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>실행 취소, 다시 실행</translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation>휠, + 와 -</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대·축소</translation>
    </message>
    <message>
        <source>Space or middle button + drag, arrows</source>
        <translation>Space 또는 가운데 단추 + 끌기, 화살표</translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation>확대한 사진 움직이기</translation>
    </message>
    <message>
        <source>0 or F</source>
        <translation>0 또는 F</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>사진 전체 보기</translation>
    </message>
    <message>
        <source>A cross that arrows move; Enter marks</source>
        <translation>화살표로 움직이는 십자; Enter로 표시</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>표로 돌아가기</translation>
    </message>
    <message>
        <source>Back to the table (Esc); every mark is kept already</source>
        <translation>표로 돌아가기 (Esc); 표시는 이미 모두 저장되었습니다</translation>
    </message>
    <message>
        <source>Pictures marked</source>
        <translation>표시한 사진</translation>
    </message>
    <message>
        <source>Not visible here</source>
        <translation>여기서는 안 보임</translation>
    </message>
    <message>
        <source>The chosen part cannot be seen in this picture (X)</source>
        <translation>고른 부위가 이 사진에서 보이지 않음 (X)</translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation>저절로 넘어가기</translation>
    </message>
    <message>
        <source>After the last part the next picture comes by itself</source>
        <translation>마지막 부위 다음에는 저절로 다음 사진이 나옵니다</translation>
    </message>
    <message>
        <source>Mark with the keyboard (C)</source>
        <translation>키보드로 표시하기 (C)</translation>
    </message>
    <message>
        <source>Arrows move a cross, with Shift in big steps; Enter places the mark</source>
        <translation>화살표로 십자를 움직이고 Shift를 누르면 크게 움직입니다; Enter로 찍습니다</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>부위</translation>
    </message>
    <message>
        <source>Name of a new part</source>
        <translation>새 부위의 이름</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Rename the chosen part (F2 in the list)</source>
        <translation>고른 부위의 이름 바꾸기 (목록에서 F2)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Remove the chosen part and its marks; undo brings them back</source>
        <translation>고른 부위와 그 표시를 지웁니다; 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>Name the first part: head…</source>
        <translation>첫 부위의 이름: 머리…</translation>
    </message>
    <message>
        <source>Another part: legs…</source>
        <translation>다른 부위: 다리…</translation>
    </message>
</context>
<context>
    <name>LandmarkView</name>
    <message>
        <source>Picture to mark</source>
        <translation>표시할 사진</translation>
    </message>
</context>
<context>
    <name>LargeView</name>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Arrows: next picture · Delete: leave out · + and −: zoom · 0: whole · Escape: close</source>
        <translation>화살표: 다음 사진 · Delete: 제외 · +와 −: 확대·축소 · 0: 전체 · Escape: 닫기</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>사진을 읽는 중…</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 픽셀</translation>
    </message>
</context>
<context>
    <name>LayersTable</name>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>칸</translation>
    </message>
    <message>
        <source>{cells} × {cells}</source>
        <translation>{cells} × {cells}</translation>
    </message>
    <message>
        <source>Suggested: the last one with enough cells that the whole answer passes</source>
        <translation>추천: 칸이 충분하고 답이 모두 지나가는 마지막 층</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Right, Space, Page Down</source>
        <translation>→, Space, Page Down</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Left, Page Up</source>
        <translation>←, Page Up</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>First and last step</source>
        <translation>첫 단계와 마지막 단계</translation>
    </message>
    <message>
        <source>F or F11, Esc</source>
        <translation>F 또는 F11, Esc</translation>
    </message>
    <message>
        <source>Fill the screen with the lecture, and leave it</source>
        <translation>강의를 전체 화면으로 보고, 나가기</translation>
    </message>
    <message>
        <source>How a network sees, step by step</source>
        <translation>네트워크가 보는 방법을 한 단계씩</translation>
    </message>
    <message>
        <source>The lecture computes every number from a finished run. Open one, or try the sample.</source>
        <translation>강의의 모든 숫자는 완료된 실행 기록에서 계산합니다. 실행 기록을 열거나 샘플을 써 보세요.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플 써 보기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>The lecture is about networks trained here</source>
        <translation>강의는 여기에서 학습한 네트워크를 다룹니다</translation>
    </message>
    <message>
        <source>It shows how masks and a loss make one filter find one part; your own network has neither. Open a run that was trained here, or try the sample.</source>
        <translation>마스크와 손실로 필터 하나가 부위 하나를 찾게 되는 과정을 보여 주는데, 내 네트워크에는 둘 다 없습니다. 여기에서 학습한 실행을 열거나 예제를 써 보세요.</translation>
    </message>
    <message>
        <source>Show or hide the list of chapters</source>
        <translation>장 목록을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>The lecture cannot be given</source>
        <translation>강의를 진행할 수 없습니다</translation>
    </message>
    <message>
        <source>Save this step</source>
        <translation>이 단계 저장</translation>
    </message>
    <message>
        <source>The step is kept in {path}.</source>
        <translation>이 단계를 {path}에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>Lecture</name>
    <message>
        <source>Every negative number becomes 0, and every other number stays ({name}).</source>
        <translation>음수는 모두 0이 되고, 나머지 수는 그대로 남습니다({name}).</translation>
    </message>
    <message>
        <source>Numbers below 0 become 0, and numbers above {cap} become {cap} ({name}).</source>
        <translation>0보다 작은 수는 0이 되고, {cap}보다 큰 수는 {cap}이(가) 됩니다({name}).</translation>
    </message>
    <message>
        <source>Set to 0: {zeros} of the cells</source>
        <translation>0이 된 칸: {zeros}</translation>
    </message>
    <message>
        <source>Set to 0: {zeros} of the cells; cut at {cap}: {capped}</source>
        <translation>0이 된 칸: {zeros}, {cap}에서 잘린 칸: {capped}</translation>
    </message>
    <message>
        <source>Only what answers stays</source>
        <translation>반응한 것만 남습니다</translation>
    </message>
    <message>
        <source>What is left says only where the filter found something.</source>
        <translation>남은 것은 필터가 무언가를 찾은 곳만 알려 줍니다.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After {name}</source>
        <translation>{name} 이후</translation>
    </message>
    <message>
        <source>The same in numbers</source>
        <translation>같은 것을 숫자로</translation>
    </message>
    <message>
        <source>A network that only multiplied and added would be one large sum.</source>
        <translation>곱하고 더하기만 하는 네트워크는 커다란 합 하나에 지나지 않습니다.</translation>
    </message>
    <message>
        <source>This small bend lets each layer build on what the one before has found.</source>
        <translation>이렇게 한 번 꺾어 주면 층마다 앞 층이 찾은 것 위에 쌓아 갈 수 있습니다.</translation>
    </message>
    <message>
        <source>Rows {top} to {bottom}, columns {left} to {right} of the map</source>
        <translation>맵의 {top}~{bottom}행, {left}~{right}열</translation>
    </message>
    <message>
        <source>Filter {number}: mean {mean} × weight {weight} ≈ {term}</source>
        <translation>필터 {number}: 평균 {mean} × 가중치 {weight} ≈ {term}</translation>
    </message>
    <message>
        <source>From maps to one answer</source>
        <translation>여러 맵에서 답 하나로</translation>
    </message>
    <message>
        <source>A usual network takes the mean of each of its {count} last maps (global average pooling).</source>
        <translation>보통의 네트워크는 마지막 맵 {count}개의 평균을 하나씩 구합니다(전역 평균 풀링).</translation>
    </message>
    <message>
        <source>It multiplies each mean by a weight; these three count most here.</source>
        <translation>평균마다 가중치를 곱합니다. 여기서는 이 세 개가 가장 크게 기여합니다.</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
    <message>
        <source>All {count} others</source>
        <translation>나머지 {count}개 모두</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>The sum is the answer</source>
        <translation>합이 곧 답입니다</translation>
    </message>
    <message>
        <source>All terms together are the score of “{category}” (logit).</source>
        <translation>모든 항을 더한 값이 “{category}”의 점수입니다(로짓).</translation>
    </message>
    <message>
        <source>A score of {score} makes the network {share} sure.</source>
        <translation>점수가 {score}이면 네트워크는 {share} 확신합니다.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>The same sum, place by place</source>
        <translation>같은 합을 위치별로</translation>
    </message>
    <message>
        <source>Added cell by cell instead, the weighted maps show where the answer came from (CAM).</source>
        <translation>가중한 맵을 칸끼리 더하면 답이 어디에서 나왔는지 보입니다(CAM).</translation>
    </message>
    <message>
        <source>It says where the network looked. It does not say which part it found there.</source>
        <translation>네트워크가 어디를 보았는지 알려 줍니다. 그곳에서 어떤 부위를 찾았는지는 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Sum of all weighted maps</source>
        <translation>가중한 맵을 모두 더한 것</translation>
    </message>
    <message>
        <source>Enlarged over the picture</source>
        <translation>사진 위에 확대한 것</translation>
    </message>
    <message>
        <source>Mean of this map {mean} + bias {bias} = score {score}</source>
        <translation>이 맵의 평균 {mean} + 편향 {bias} = 점수 {score}</translation>
    </message>
    <message>
        <source>A picture is numbers</source>
        <translation>사진은 숫자입니다</translation>
    </message>
    <message>
        <source>One filter slides</source>
        <translation>필터 하나가 훑고 지나갑니다</translation>
    </message>
    <message>
        <source>Maps shrink, cells see more</source>
        <translation>맵은 작아지고 칸은 더 넓게 봅니다</translation>
    </message>
    <message>
        <source>Where the answer comes from</source>
        <translation>답은 어디에서 나올까요</translation>
    </message>
    <message>
        <source>Why it is hard to name</source>
        <translation>왜 이름을 붙이기 어려울까요</translation>
    </message>
    <message>
        <source>One filter, one part</source>
        <translation>필터 하나에 부위 하나</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>전과 후</translation>
    </message>
    <message>
        <source>Does it hold in the mirror?</source>
        <translation>거울에 비춰도 그대로일까요?</translation>
    </message>
    <message>
        <source>What it costs</source>
        <translation>대가는 얼마일까요</translation>
    </message>
    <message>
        <source>This filter of {backbone} has three small tables of {side} × {side} weights (kernel).</source>
        <translation>{backbone}의 이 필터에는 {side} × {side}개의 가중치로 된 작은 표가 세 개 있습니다(커널).</translation>
    </message>
    <message>
        <source>The network rescales each answer (batch normalisation): it is in these weights already.</source>
        <translation>네트워크는 답의 크기를 다시 맞춥니다(배치 정규화). 이 가중치에는 그것이 이미 들어 있습니다.</translation>
    </message>
    <message>
        <source>Nobody chose these weights: the network learned them from pictures.</source>
        <translation>이 가중치는 아무도 정하지 않았습니다. 네트워크가 사진에서 배웠습니다.</translation>
    </message>
    <message>
        <source>A filter is a small table of weights</source>
        <translation>필터는 가중치로 된 작은 표입니다</translation>
    </message>
    <message>
        <source>First layer, filter {number} of {count} (counted from 0); bias {bias}</source>
        <translation>첫 번째 층, 필터 {count}개 중 {number}번(0부터 셈), 편향 {bias}</translation>
    </message>
    <message>
        <source>Multiply, number by number</source>
        <translation>숫자끼리 곱합니다</translation>
    </message>
    <message>
        <source>The kernel is laid on a small window of the picture.</source>
        <translation>커널을 사진의 작은 창 위에 놓습니다.</translation>
    </message>
    <message>
        <source>In each place the two numbers are multiplied; here for red.</source>
        <translation>자리마다 두 수를 곱합니다. 여기서는 빨강입니다.</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>Sum of the red products: {total}</source>
        <translation>빨강의 곱을 더한 값: {total}</translation>
    </message>
    <message>
        <source>Add everything up</source>
        <translation>모두 더합니다</translation>
    </message>
    <message>
        <source>All products of the three channels and one fixed number (bias) are added.</source>
        <translation>세 채널의 곱과 정해진 수 하나(편향)를 모두 더합니다.</translation>
    </message>
    <message>
        <source>The sum is one number: the filter&apos;s answer for this window (convolution).</source>
        <translation>합은 수 하나입니다. 이 창에 대한 필터의 답입니다(합성곱).</translation>
    </message>
    <message>
        <source>The window moves {stride} pixels to the right (stride).</source>
        <translation>창이 오른쪽으로 {stride}픽셀 움직입니다(스트라이드).</translation>
    </message>
    <message>
        <source>The window moves 1 pixel to the right (stride).</source>
        <translation>창이 오른쪽으로 1픽셀 움직입니다(스트라이드).</translation>
    </message>
    <message>
        <source>Window {number}</source>
        <translation>창 {number}</translation>
    </message>
    <message>
        <source>Move on, and do it again</source>
        <translation>옮겨서 다시 합니다</translation>
    </message>
    <message>
        <source>The same weights are used everywhere, so a thing is found wherever it lies.</source>
        <translation>어디서나 같은 가중치를 쓰므로, 무엇이 어디에 있든 찾아냅니다.</translation>
    </message>
    <message>
        <source>A piece of the picture, enlarged</source>
        <translation>사진의 일부를 확대한 것</translation>
    </message>
    <message>
        <source>At the edge</source>
        <translation>가장자리에서는</translation>
    </message>
    <message>
        <source>At the edge the window hangs over the picture.</source>
        <translation>가장자리에서는 창이 사진 밖으로 나갑니다.</translation>
    </message>
    <message>
        <source>The missing pixels, framed here, count as 0 (padding).</source>
        <translation>없는 픽셀(테두리를 두른 칸)은 0으로 칩니다(패딩).</translation>
    </message>
    <message>
        <source>Rows of zeros: {before} before, {after} after; the sum in this corner: {total}</source>
        <translation>0을 채운 줄: 앞 {before}줄, 뒤 {after}줄. 이 모서리의 합: {total}</translation>
    </message>
    <message>
        <source>The whole map</source>
        <translation>맵 전체</translation>
    </message>
    <message>
        <source>The window visits every place: {cells} × {cells} sums make a map (feature map).</source>
        <translation>창이 모든 자리를 지나갑니다. {cells} × {cells}개의 합이 맵을 이룹니다(특징 맵).</translation>
    </message>
    <message>
        <source>Bright cells hold what this filter looks for; blue cells hold the opposite.</source>
        <translation>밝은 칸에는 이 필터가 찾는 것이 있고, 파란 칸에는 그 반대가 있습니다.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Map of the filter</source>
        <translation>필터의 맵</translation>
    </message>
    <message>
        <source>Lowest {low}, highest {high}</source>
        <translation>가장 낮은 값 {low}, 가장 높은 값 {high}</translation>
    </message>
    <message>
        <source>Does it still answer as well?</source>
        <translation>여전히 잘 맞힐까요?</translation>
    </message>
    <message>
        <source>The dots say how often each network is right on {count} test pictures.</source>
        <translation>점은 네트워크마다 시험 사진 {count}장에서 얼마나 자주 맞혔는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Right answers; the axis begins at {low}</source>
        <translation>맞힌 비율. 축은 {low}에서 시작합니다</translation>
    </message>
    <message>
        <source>Difference {mean} points ({low} to {high}); lines and brackets: 95 % intervals</source>
        <translation>차이 {mean}%p ({low}~{high}). 선과 괄호: 95% 구간</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{all}개 중 {count}개</translation>
    </message>
    <message>
        <source>Parts found</source>
        <translation>찾은 부위</translation>
    </message>
    <message>
        <source>Filters that hold a part</source>
        <translation>부위를 짚는 필터</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>무엇을 찾았을까요</translation>
    </message>
    <message>
        <source>Filters that keep to the same part are counted once, as one part.</source>
        <translation>같은 부위를 따라가는 필터들은 부위 하나로 셉니다.</translation>
    </message>
    <message>
        <source>A filter holds a part if its peak stays on it when the picture changes.</source>
        <translation>사진이 바뀌어도 최대 반응점이 그 부위에 머무르면 필터가 부위를 짚는 것입니다.</translation>
    </message>
    <message>
        <source>Gained: filters keep to one place</source>
        <translation>얻은 것: 필터가 같은 곳을 짚는 비율</translation>
    </message>
    <message>
        <source>Price: right answers</source>
        <translation>치른 대가: 맞힌 비율</translation>
    </message>
    <message>
        <source>What was gained, and what it cost</source>
        <translation>얻은 것과 치른 대가</translation>
    </message>
    <message>
        <source>Listing the pictures</source>
        <translation>사진 목록 만들기</translation>
    </message>
    <message>
        <source>Computing the backbone&apos;s maps</source>
        <translation>백본의 맵 계산</translation>
    </message>
    <message>
        <source>Choosing the strength of the filter loss</source>
        <translation>필터 손실의 세기 정하기</translation>
    </message>
    <message>
        <source>Training three networks</source>
        <translation>네트워크 세 개 학습</translation>
    </message>
    <message>
        <source>Testing the filters</source>
        <translation>필터 검사</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>What it costs in time</source>
        <translation>시간은 얼마나 들었을까요</translation>
    </message>
    <message>
        <source>The whole run took {count} seconds on its computer.</source>
        <translation>이 학습은 이 컴퓨터에서 모두 {count}초 걸렸습니다.</translation>
    </message>
    <message>
        <source>All three networks are trained in this time; maps known from before cost nothing.</source>
        <translation>이 시간에 네트워크 세 개를 모두 학습합니다. 이미 계산해 둔 맵에는 시간이 들지 않습니다.</translation>
    </message>
    <message>
        <source>The same filter before and after</source>
        <translation>같은 필터의 전과 후</translation>
    </message>
    <message>
        <source>This run has kept no maps of its first epochs.</source>
        <translation>이 실행 기록에는 처음 에포크의 맵이 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>Runs that are trained with this version keep some.</source>
        <translation>이 버전으로 학습한 실행 기록에는 일부가 남습니다.</translation>
    </message>
    <message>
        <source>An epoch is one pass over all training pictures.</source>
        <translation>에포크는 학습 사진 전체를 한 번 도는 것입니다.</translation>
    </message>
    <message>
        <source>Early maps are kept only of the filter that answered most, so it may be another one.</source>
        <translation>처음의 맵은 가장 세게 반응한 필터의 것만 남기므로, 고른 필터와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>One filter on one picture: early in the training, and at its end.</source>
        <translation>사진 하나에서 필터 하나를 봅니다. 학습 초기와 끝입니다.</translation>
    </message>
    <message>
        <source>Part of the map near its peak: {shares}</source>
        <translation>최대 반응점 가까이에 있는 맵의 비율: {shares}</translation>
    </message>
    <message>
        <source>Filter {number} in {picture}: after epoch {epoch} → at the end</source>
        <translation>{picture}의 필터 {number}: 에포크 {epoch} 이후 → 끝</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>초기</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>How much lies in one place?</source>
        <translation>한곳에 얼마나 모여 있을까요?</translation>
    </message>
    <message>
        <source>The bars say what part of a map lies under its own mask, near its peak.</source>
        <translation>막대는 맵 가운데 최대 반응점 둘레, 곧 자기 마스크 아래에 있는 비율입니다.</translation>
    </message>
    <message>
        <source>The peak has moved in {moved} of {count} pictures.</source>
        <translation>사진 {count}장 중 {moved}장에서 최대 반응점이 옮겨 갔습니다.</translation>
    </message>
    <message>
        <source>Means over {count} pictures; {epochs} epochs</source>
        <translation>사진 {count}장의 평균, 에포크 {epochs}번</translation>
    </message>
    <message>
        <source>Epoch {number}</source>
        <translation>에포크 {number}</translation>
    </message>
    <message>
        <source>How the error changed</source>
        <translation>오차는 어떻게 달라졌을까요</translation>
    </message>
    <message>
        <source>The bars are the network&apos;s error on its training pictures after each epoch (class loss).</source>
        <translation>막대는 에포크마다 네트워크가 학습 사진에서 낸 오차입니다(분류 손실).</translation>
    </message>
    <message>
        <source>The filter loss, which shapes the maps, is trained at the same time.</source>
        <translation>맵의 모양을 잡아 주는 필터 손실도 함께 학습합니다.</translation>
    </message>
    <message>
        <source>Class loss {first} → {last}</source>
        <translation>분류 손실 {first} → {last}</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>사진을 옮깁니다</translation>
    </message>
    <message>
        <source>The picture is moved {count} pixels to the left.</source>
        <translation>사진을 왼쪽으로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>The picture is moved {count} pixels to the right.</source>
        <translation>사진을 오른쪽으로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>The picture is moved {count} pixels up.</source>
        <translation>사진을 위로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>The picture is moved {count} pixels down.</source>
        <translation>사진을 아래로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>A filter that has found a part moves along: its dot lies in the dashed ring.</source>
        <translation>부위를 찾은 필터는 함께 움직입니다. 점이 점선 고리 안에 있습니다.</translation>
    </message>
    <message>
        <source>The picture is enlarged and cropped for this, so the peak starts in another cell.</source>
        <translation>이 시험에서는 사진을 확대해 잘라 쓰므로, 최대 반응점이 앞에서와 다른 칸에서 시작합니다.</translation>
    </message>
    <message>
        <source>Now the picture is mirrored, and moved {count} pixels down.</source>
        <translation>이번에는 사진을 좌우로 뒤집고 아래로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>Mirror it</source>
        <translation>거울처럼 뒤집습니다</translation>
    </message>
    <message>
        <source>Now the picture is mirrored, and moved {count} pixels up.</source>
        <translation>이번에는 사진을 좌우로 뒤집고 위로 {count}픽셀 옮깁니다.</translation>
    </message>
    <message>
        <source>The ring is where the same piece of the picture lies now; the dot is the new peak.</source>
        <translation>고리는 사진의 같은 자리가 지금 있는 곳이고, 점은 새 최대 반응점입니다.</translation>
    </message>
    <message>
        <source>It is cropped elsewhere than in the step before, so the peak starts elsewhere too.</source>
        <translation>앞 단계와 다른 곳을 잘라 쓰므로, 최대 반응점도 다른 칸에서 시작합니다.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Cells from the ring (0: exactly there): a short bar is good</source>
        <translation>고리에서 떨어진 칸 수(0: 정확히 그 자리). 막대가 짧을수록 좋습니다</translation>
    </message>
    <message>
        <source>its place left the picture</source>
        <translation>그 자리가 사진 밖으로 나감</translation>
    </message>
    <message>
        <source>{count} cells, follows</source>
        <translation>{count}칸, 따라감</translation>
    </message>
    <message>
        <source>{count} cells, lost</source>
        <translation>{count}칸, 놓침</translation>
    </message>
    <message>
        <source>Filter {number}: cell ({row}, {column}), should be ({to_row}, {to_column}), is ({is_row}, {is_column})</source>
        <translation>필터 {number}: 칸 ({row}, {column}), 있어야 할 칸 ({to_row}, {to_column}), 실제 ({is_row}, {is_column})</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>옮김</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>뒤집음</translation>
    </message>
    <message>
        <source>One picture proves little, so this was done with all test pictures and all filters.</source>
        <translation>사진 한 장으로는 알 수 없으므로, 모든 시험 사진과 모든 필터로 해 보았습니다.</translation>
    </message>
    <message>
        <source>The bars say how often the peak went where its content went.</source>
        <translation>막대는 최대 반응점이 제 내용을 따라간 비율입니다.</translation>
    </message>
    <message>
        <source>This run was not tested over all pictures.</source>
        <translation>이 실행 기록은 모든 사진으로 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Over all pictures</source>
        <translation>모든 사진에서</translation>
    </message>
    <message>
        <source>Filter {number} alone: moved {shift}, mirrored {mirror}</source>
        <translation>필터 {number}만: 옮김 {shift}, 뒤집음 {mirror}</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>빨강</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>A picture is a table of dots</source>
        <translation>사진은 점으로 된 표입니다</translation>
    </message>
    <message>
        <source>This picture is {width} dots (pixels) wide and {height} dots high.</source>
        <translation>이 사진은 가로 {width}개, 세로 {height}개의 점(픽셀)으로 되어 있습니다.</translation>
    </message>
    <message>
        <source>Of the photograph this region is read, which shows the object: it is {width} dots (pixels) wide and {height} dots high.</source>
        <translation>사진에서 물체가 보이는 이 영역을 읽습니다. 가로 {width}개, 세로 {height}개의 점(픽셀)으로 되어 있습니다.</translation>
    </message>
    <message>
        <source>The network reads every picture as a square of {size} × {size} pixels.</source>
        <translation>네트워크는 모든 사진을 {size} × {size}픽셀의 정사각형으로 읽습니다.</translation>
    </message>
    <message>
        <source>As the network reads it</source>
        <translation>네트워크가 읽는 모습</translation>
    </message>
    <message>
        <source>Every dot is three numbers</source>
        <translation>점마다 숫자가 세 개 있습니다</translation>
    </message>
    <message>
        <source>Each pixel holds three numbers: how much red, green and blue it has (channels).</source>
        <translation>픽셀마다 빨강, 초록, 파랑이 얼마나 들어 있는지 나타내는 수가 세 개 있습니다(채널).</translation>
    </message>
    <message>
        <source>Each number lies between 0, which is dark, and 255, which is bright.</source>
        <translation>수는 어두운 0부터 밝은 255까지입니다.</translation>
    </message>
    <message>
        <source>{size} × {size} × 3 = {count} numbers</source>
        <translation>{size} × {size} × 3 = 숫자 {count}개</translation>
    </message>
    <message>
        <source>Look closely: nothing but numbers</source>
        <translation>가까이 보면 숫자뿐입니다</translation>
    </message>
    <message>
        <source>These are the {side} × {side} pixels in the small frame.</source>
        <translation>작은 테두리 안의 {side} × {side}픽셀입니다.</translation>
    </message>
    <message>
        <source>The network sees nothing but such numbers: no head, no tail, no edge.</source>
        <translation>네트워크가 보는 것은 이런 숫자뿐입니다. 머리도, 꼬리도, 윤곽도 없습니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of {size} × {size}</source>
        <translation>{size} × {size} 중 {row}행 {column}열</translation>
    </message>
    <message>
        <source>Brought to one scale</source>
        <translation>같은 눈금으로 맞춥니다</translation>
    </message>
    <message>
        <source>The network does not read 0 to 255, but numbers around 0 (normalisation).</source>
        <translation>네트워크는 0~255가 아니라 0 둘레의 수를 읽습니다(정규화).</translation>
    </message>
    <message>
        <source>The usual brightness is taken away, and the rest is divided by the usual spread.</source>
        <translation>평균 밝기를 빼고 표준편차로 나눕니다.</translation>
    </message>
    <message>
        <source>Red, first pixel: ({value} / 255 − {mean}) / {spread} = {result}</source>
        <translation>빨강, 첫 픽셀: ({value} / 255 − {mean}) / {spread} = {result}</translation>
    </message>
    <message>
        <source>The map shrinks, stage by stage</source>
        <translation>맵은 단계마다 작아집니다</translation>
    </message>
    <message>
        <source>From {size} × {size} pixels, {count} stages lead to {cells} × {cells} cells.</source>
        <translation>{size} × {size}픽셀에서 {count}단계를 거쳐 {cells} × {cells}칸이 됩니다.</translation>
    </message>
    <message>
        <source>The window moves by 2 or more (stride), or only the highest of some cells stays (pooling).</source>
        <translation>창이 2칸 이상씩 움직이거나(스트라이드), 몇 칸 가운데 가장 높은 것만 남습니다(풀링).</translation>
    </message>
    <message>
        <source>{side} × {side}, {channels} maps
{layer}, step {step}</source>
        <translation>{side} × {side}, 맵 {channels}개
{layer}, 간격 {step}</translation>
    </message>
    <message>
        <source>Window {kernel} × {kernel}</source>
        <translation>창 {kernel} × {kernel}</translation>
    </message>
    <message>
        <source>Pooling {kernel} × {kernel}</source>
        <translation>풀링 {kernel} × {kernel}</translation>
    </message>
    <message>
        <source>{side} × {side} cells</source>
        <translation>{side} × {side}칸</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count}픽셀</translation>
    </message>
    <message>
        <source>How far one cell sees</source>
        <translation>한 칸은 얼마나 넓게 볼까요</translation>
    </message>
    <message>
        <source>One cell of a later map depends on a larger piece of the picture (receptive field).</source>
        <translation>뒤쪽 맵의 한 칸은 사진의 더 넓은 영역에 따라 정해집니다(수용 영역).</translation>
    </message>
    <message>
        <source>Each frame is what one cell of a map can see; a cell that sees all has no frame.</source>
        <translation>테두리마다 맵의 한 칸이 볼 수 있는 곳입니다. 전체를 보는 칸에는 테두리가 없습니다.</translation>
    </message>
    <message>
        <source>The picture itself: {size} pixels</source>
        <translation>사진 자체: {size}픽셀</translation>
    </message>
    <message>
        <source>Counted through its layers, one cell of this filter&apos;s map could see {field} pixels of {size}.</source>
        <translation>층을 따라 계산하면, 이 필터 맵의 한 칸은 {size}픽셀 중 {field}픽셀을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Counted through its layers, one cell of this filter&apos;s map could see all {size} pixels.</source>
        <translation>층을 따라 계산하면, 이 필터 맵의 한 칸은 {size}픽셀 전체를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>What it really looks at</source>
        <translation>실제로는 어디를 볼까요</translation>
    </message>
    <message>
        <source>Two thirds of what moves it come from the middle {count} pixels: the frame.</source>
        <translation>칸을 움직이는 것의 3분의 2는 가운데 {count}픽셀, 곧 테두리 안에서 옵니다.</translation>
    </message>
    <message>
        <source>Map of filter {number}; its highest cell is framed (peak)</source>
        <translation>필터 {number}의 맵. 가장 높은 칸(최대 반응점)에 테두리를 둘렀습니다</translation>
    </message>
    <message>
        <source>{field} pixels in theory, {count} in effect</source>
        <translation>이론으로는 {field}픽셀, 실제로는 {count}픽셀</translation>
    </message>
    <message>
        <source>Where does the filter answer most?</source>
        <translation>필터는 어디에 가장 세게 반응할까요?</translation>
    </message>
    <message>
        <source>This is the map of filter {number} in {picture}.</source>
        <translation>{picture}에서 필터 {number}의 맵입니다.</translation>
    </message>
    <message>
        <source>It answers in {count} of {all} cells, and in one of them most (peak).</source>
        <translation>{all}칸 중 {count}칸에서 반응하고, 그중 한 칸에서 가장 세게 반응합니다(최대 반응점).</translation>
    </message>
    <message>
        <source>The map; the peak is framed</source>
        <translation>맵. 최대 반응점에 테두리를 둘렀습니다</translation>
    </message>
    <message>
        <source>The cells around the peak</source>
        <translation>최대 반응점 둘레의 칸</translation>
    </message>
    <message>
        <source>Peak {value} in row {row}, column {column} of {cells} × {cells}</source>
        <translation>최댓값 {value}, {cells} × {cells} 중 {row}행 {column}열</translation>
    </message>
    <message>
        <source>The map over the picture</source>
        <translation>사진 위에 겹친 맵</translation>
    </message>
    <message>
        <source>A template: one part in one place</source>
        <translation>템플릿: 한 곳에 부위 하나</translation>
    </message>
    <message>
        <source>The template says what the map should look like if one part lies exactly there.</source>
        <translation>템플릿은 부위 하나가 바로 그곳에 있을 때 맵이 어떤 모습이어야 하는지 나타냅니다.</translation>
    </message>
    <message>
        <source>There is one for each of the {count} cells, and one for “no part here” (negative template).</source>
        <translation>{count}칸마다 하나씩 있고, “여기에는 부위 없음”을 나타내는 것이 하나 더 있습니다(음성 템플릿).</translation>
    </message>
    <message>
        <source>τ (tau) is the highest value of a template: the smaller the map, the larger it is.</source>
        <translation>τ(타우)는 템플릿의 가장 큰 값으로, 맵이 작을수록 커집니다.</translation>
    </message>
    <message>
        <source>Around the peak, as shares of the highest value τ</source>
        <translation>최대 반응점 둘레, 가장 높은 값 τ에 대한 비율</translation>
    </message>
    <message>
        <source>Highest value τ = 0.5 / n² = {tau}; this template fits the map by {fit}, the negative one by {nothing}</source>
        <translation>가장 높은 값 τ = 0.5 / n² = {tau}. 이 템플릿이 맵에 맞는 정도는 {fit}, 음성 템플릿은 {nothing}</translation>
    </message>
    <message>
        <source>The template as a mask</source>
        <translation>마스크로 쓰는 템플릿</translation>
    </message>
    <message>
        <source>The map is multiplied by the template, whose highest value is set to 1 (mask).</source>
        <translation>맵에 템플릿을 곱합니다. 템플릿의 가장 높은 값은 1로 맞춥니다(마스크).</translation>
    </message>
    <message>
        <source>What lies near the peak stays; everything else becomes 0.</source>
        <translation>최대 반응점 가까이에 있는 것은 남고, 나머지는 모두 0이 됩니다.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>맵</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Masked map</source>
        <translation>마스크를 적용한 맵</translation>
    </message>
    <message>
        <source>Sum {whole} → {kept}: {share} stays</source>
        <translation>합 {whole} → {kept}: {share} 남음</translation>
    </message>
    <message>
        <source>Map in {picture}</source>
        <translation>{picture}의 맵</translation>
    </message>
    <message>
        <source>What the loss asks: bright grows, blue shrinks</source>
        <translation>손실이 요구하는 것: 밝으면 커지고 파라면 작아짐</translation>
    </message>
    <message>
        <source>What pulls up, and what pushes down</source>
        <translation>어느 칸을 키우고 어느 칸을 줄일까요</translation>
    </message>
    <message>
        <source>The filter loss tells each cell of the map to grow or to shrink.</source>
        <translation>필터 손실은 맵의 칸마다 커지라거나 작아지라고 알려 줍니다.</translation>
    </message>
    <message>
        <source>In this picture it strengthens {more} cells and weakens {less}.</source>
        <translation>이 사진에서는 {more}칸을 세게 하고 {less}칸을 약하게 합니다.</translation>
    </message>
    <message>
        <source>At the peak {peak}, lowest {low} (minus the gradient of the filter loss)</source>
        <translation>최대 반응점에서 {peak}, 가장 낮은 값 {low}(필터 손실의 기울기에 음의 부호를 붙인 값)</translation>
    </message>
    <message>
        <source>In this picture there is no “{category}”, so the filter should be silent.</source>
        <translation>이 사진에는 “{category}”이(가) 없으므로 필터는 조용해야 합니다.</translation>
    </message>
    <message>
        <source>In this picture there is no “{category}”, but the paper&apos;s exact loss is not told so.</source>
        <translation>이 사진에는 “{category}”이(가) 없지만, 논문의 정확한 손실은 그 사실을 모릅니다.</translation>
    </message>
    <message>
        <source>Pictures without the part</source>
        <translation>부위가 없는 사진에서는</translation>
    </message>
    <message>
        <source>The loss strengthens {more} cells here and weakens {less}.</source>
        <translation>손실은 여기서 {more}칸을 세게 하고 {less}칸을 약하게 합니다.</translation>
    </message>
    <message>
        <source>Mean change of a cell: {mean}</source>
        <translation>한 칸의 평균 변화: {mean}</translation>
    </message>
    <message>
        <source>All that could be told: H(T)</source>
        <translation>알 수 있는 모든 것: H(T)</translation>
    </message>
    <message>
        <source>Still open: is the part there? H(T′|X)</source>
        <translation>아직 모르는 것: 부위가 있는가? H(T′|X)</translation>
    </message>
    <message>
        <source>Still open: where is it? H(T⁺|X)</source>
        <translation>아직 모르는 것: 어디에 있는가? H(T⁺|X)</translation>
    </message>
    <message>
        <source>Told by the maps</source>
        <translation>맵이 알려 준 것</translation>
    </message>
    <message>
        <source>What the loss counts</source>
        <translation>손실은 무엇을 셀까요</translation>
    </message>
    <message>
        <source>The loss asks how much a map tells about where the part is (mutual information).</source>
        <translation>손실은 맵이 부위의 위치를 얼마나 알려 주는지 묻습니다(상호 정보량).</translation>
    </message>
    <message>
        <source>A map with one sharp peak tells more than a map that answers everywhere.</source>
        <translation>뾰족한 최대 반응점이 하나인 맵은 어디에나 반응하는 맵보다 더 많이 알려 줍니다.</translation>
    </message>
    <message>
        <source>H is what is still uncertain: H(T⁺|X) about the place, once the map X is known. It is counted in nats: 0.69 nats settle one yes-or-no question.</source>
        <translation>H는 아직 모르는 정도입니다. H(T⁺|X)는 맵 X를 본 뒤에도 위치에 대해 남는 불확실성입니다. 단위는 나트(nat)이며, 예/아니요 질문 하나의 답이 약 0.69나트입니다.</translation>
    </message>
    <message>
        <source>{prior} − {presence} − {place} = {mutual} nats, over {count} pictures</source>
        <translation>{prior} − {presence} − {place} = {mutual}나트, 사진 {count}장</translation>
    </message>
    <message>
        <source>This run has noted no departure from the paper.</source>
        <translation>이 실행 기록에는 논문과 다른 점이 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>AdamW is the rule by which the weights are adjusted, step by step.</source>
        <translation>AdamW는 학습하면서 가중치를 조금씩 고쳐 가는 방법입니다.</translation>
    </message>
    <message>
        <source>Where this run departs from the paper</source>
        <translation>이 실행 기록이 논문과 다른 점</translation>
    </message>
    <message>
        <source>The paper is Zhang, Wu and Zhu 2018; this run notes {count} departures from it.</source>
        <translation>논문은 Zhang, Wu, Zhu 2018입니다. 이 실행 기록에는 다른 점이 {count}가지 기록되어 있습니다.</translation>
    </message>
    <message>
        <source>What would you call this filter?</source>
        <translation>이 필터를 뭐라고 부르시겠어요?</translation>
    </message>
    <message>
        <source>Filter {number} of the ordinary network answers most in these pictures, at these places.</source>
        <translation>일반 네트워크의 필터 {number}이(가) 가장 세게 반응하는 사진과 위치입니다.</translation>
    </message>
    <message>
        <source>It is a typical one: about half of its filters keep to a part better, half worse.</source>
        <translation>평범한 필터를 골랐습니다. 필터의 절반쯤은 이보다 부위를 잘 따라가고, 절반은 못 따라갑니다.</translation>
    </message>
    <message>
        <source>Filters that hold a part: {own} of {filters}; in the ordinary network {twin} of {others}</source>
        <translation>부위를 짚는 필터: {filters}개 중 {own}개, 일반 네트워크에서는 {others}개 중 {twin}개</translation>
    </message>
    <message>
        <source>And this one?</source>
        <translation>그럼 이 필터는요?</translation>
    </message>
    <message>
        <source>Above is the ordinary network&apos;s filter, below filter {number} of the interpretable one.</source>
        <translation>위는 일반 네트워크의 필터, 아래는 이 네트워크의 필터 {number}입니다.</translation>
    </message>
    <message>
        <source>A filter can be named if it shows one part in every picture.</source>
        <translation>모든 사진에서 같은 부위를 보이는 필터에는 이름을 붙일 수 있습니다.</translation>
    </message>
    <message>
        <source>{network}, filter {number}</source>
        <translation>{network}, 필터 {number}</translation>
    </message>
    <message>
        <source>This filter answers in no held-out picture.</source>
        <translation>이 필터는 학습에 쓰지 않은 어떤 사진에도 반응하지 않습니다.</translation>
    </message>
    <message>
        <source>Interpretable network</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>Ordinary twin</source>
        <translation>쌍둥이 네트워크</translation>
    </message>
    <message>
        <source>CAM network</source>
        <translation>CAM 네트워크</translation>
    </message>
</context>
<context>
    <name>LeftOutPictures</name>
    <message>
        <source>1 picture is taken in again.</source>
        <translation>사진 1장을 다시 포함했습니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures are taken in again.</source>
        <translation>사진 {count:,}장을 다시 포함했습니다.</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>1 picture is left out. Its file stays where it is.</source>
        <translation>사진 1장을 제외했습니다. 파일은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures are left out. Their files stay where they are.</source>
        <translation>사진 {count:,}장을 제외했습니다. 파일은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>{asked} by the same network with random weights: {twin}</source>
        <translation>가중치가 무작위인 같은 네트워크가 {asked}(이)라고 할 확률: {twin}</translation>
    </message>
    <message>
        <source>{asked} by the original network: {twin}</source>
        <translation>원본 네트워크가 본 {asked}일 확률: {twin}</translation>
    </message>
    <message>
        <source>{asked} by the ordinary twin: {twin}, by CAM: {cam}</source>
        <translation>{asked}일 확률, 일반 쌍둥이: {twin}, CAM: {cam}</translation>
    </message>
    <message>
        <source>{part}: {adds}, at x {x:.0f}, y {y:.0f}</source>
        <translation>{part}: {adds}, 위치 x {x:.0f}, y {y:.0f}</translation>
    </message>
    <message>
        <source>{words} (in Python: icnn_engine.resume)</source>
        <translation>{words} (파이썬에서는 icnn_engine.resume)</translation>
    </message>
    <message>
        <source>Rows: {count}</source>
        <translation>행 {count}개</translation>
    </message>
    <message>
        <source>… and {count} more rows</source>
        <translation>… 외 {count}행</translation>
    </message>
    <message>
        <source>{count} more parts: see parts</source>
        <translation>부위 {count}개 더 있음: parts 참조</translation>
    </message>
</context>
<context>
    <name>LiveGallery</name>
    <message>
        <source>What filters see so far</source>
        <translation>지금까지 필터가 보는 것</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>필터 {number}</translation>
    </message>
</context>
<context>
    <name>LookForm</name>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>How pictures are prepared</source>
        <translation>사진을 준비하는 방법</translation>
    </message>
    <message>
        <source>Layer whose channels are looked at</source>
        <translation>채널을 살펴볼 층</translation>
    </message>
    <message>
        <source>Categories, and the answers that stand for them</source>
        <translation>범주와 그에 해당하는 답</translation>
    </message>
    <message>
        <source>The channels that add most to the answers are looked at</source>
        <translation>답에 가장 많이 더하는 채널을 살펴봅니다</translation>
    </message>
    <message>
        <source>Pictures of each kind</source>
        <translation>종류마다 사진 수</translation>
    </message>
    <message>
        <source>At most so many; with fewer than some 80 too few are left to tell which filters hold a part</source>
        <translation>최대 이만큼 씁니다. 80장쯤보다 적으면 어느 필터가 부위를 짚는지 알기에 사진이 모자랍니다</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Side of the input, pixels</source>
        <translation>입력의 한 변(픽셀)</translation>
    </message>
    <message>
        <source>Shorter side resized to (0: squashed)</source>
        <translation>짧은 변의 크기(0: 찌그러뜨림)</translation>
    </message>
    <message>
        <source>Mean of red, green, blue</source>
        <translation>빨강·초록·파랑 평균</translation>
    </message>
    <message>
        <source>Deviation of red, green, blue</source>
        <translation>빨강·초록·파랑 표준 편차</translation>
    </message>
    <message>
        <source>{size} (as usual)</source>
        <translation>{size}(기본값)</translation>
    </message>
    <message>
        <source>{count} answers.</source>
        <translation>답 {count}개.</translation>
    </message>
</context>
<context>
    <name>LossWeightCard</name>
    <message>
        <source>Short trainings tried weights of the filter loss, the gentlest first. Taken is the first whose filters move along well enough when the picture is moved (1 is perfect).</source>
        <translation>짧은 학습으로 필터 손실의 가중치를 약한 것부터 시험했습니다. 사진을 옮겼을 때 필터가 충분히 따라 움직이는 첫 값을 씁니다(1이면 완벽합니다).</translation>
    </message>
    <message>
        <source>{weight:g}: {reached:.2f}, taken</source>
        <translation>{weight:g}: {reached:.2f}, 선택됨</translation>
    </message>
    <message>
        <source>{weight:g}: {reached:.2f}</source>
        <translation>{weight:g}: {reached:.2f}</translation>
    </message>
    <message>
        <source>Its filters moved along with {reached:.2f}; {threshold:.2f} is needed</source>
        <translation>필터가 따라 움직인 정도 {reached:.2f}; {threshold:.2f} 이상이어야 합니다</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a folder of images</source>
        <translation>사진 폴더 열기</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>실행 기록 열기</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Partscope {version} finds the parts a network has learned. Everything stays on this machine.</source>
        <translation>Partscope {version}: 네트워크가 학습한 부위를 찾습니다. 모든 데이터는 이 컴퓨터에만 저장됩니다.</translation>
    </message>
    <message>
        <source>About Partscope</source>
        <translation>Partscope 정보</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Close Partscope?</source>
        <translation>Partscope를 닫을까요?</translation>
    </message>
    <message>
        <source>Closing stops it, and nothing of it is kept.</source>
        <translation>닫으면 멈추고 아무것도 남지 않습니다.</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is still under way.</source>
        <translation>&apos;{title}&apos; 작업이 아직 진행 중입니다.</translation>
    </message>
    <message>
        <source>Closing stops it. What a training has learned is kept: go on with it from the Runs page.</source>
        <translation>닫으면 멈춥니다. 지금까지 학습한 내용은 저장되며, 실행 기록 화면에서 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>멈추고 닫기</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>계속하기</translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>Click a heading</source>
        <translation>제목 클릭</translation>
    </message>
    <message>
        <source>Sort the table of the experiment by it</source>
        <translation>실험 표를 그 값으로 정렬하기</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>Go from line to line; what it means stands beside</source>
        <translation>줄을 옮겨 다니기; 뜻은 옆에 나옵니다</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>이 실행 기록</translation>
    </message>
    <message>
        <source>How far to trust the run that is open</source>
        <translation>열린 실행 기록을 얼마나 믿을 수 있는가</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Networks compared over categories and seeds, with intervals</source>
        <translation>범주와 시드를 바꾸며 네트워크를 비교하고 신뢰 구간을 보입니다</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>아직 측정한 것이 없습니다</translation>
    </message>
    <message>
        <source>Open a run, or train one: here stands how far its filters and its answers can be trusted.</source>
        <translation>실행 기록을 열거나 새로 학습하세요. 필터와 답을 얼마나 믿을 수 있는지 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>See which region of each picture the run has read, and correct it by hand</source>
        <translation>사진마다 어느 영역을 읽었는지 보고 손으로 고칩니다</translation>
    </message>
    <message>
        <source>Check the regions…</source>
        <translation>영역 확인하기…</translation>
    </message>
    <message>
        <source>Landmarks…</source>
        <translation>기준점…</translation>
    </message>
    <message>
        <source>Measure location instability with points marked by hand, from a CSV</source>
        <translation>손으로 표시한 점(CSV)으로 위치 불안정도를 측정합니다</translation>
    </message>
    <message>
        <source>Mark parts…</source>
        <translation>부위 표시하기…</translation>
    </message>
    <message>
        <source>Click parts in your own pictures and measure with them at once (Ctrl+L)</source>
        <translation>내 사진에서 부위를 클릭하고 바로 그것으로 측정합니다 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Copy the table to paste it into a spreadsheet or a document</source>
        <translation>표를 복사해 스프레드시트나 문서에 붙여 넣습니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>측정하는 중</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Baseline: {name}.</source>
        <translation>기준값: {name}.</translation>
    </message>
    <message>
        <source>The baseline is what comes without learning.</source>
        <translation>기준값은 학습 없이 얻는 값입니다.</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>읽는 법</translation>
    </message>
    <message>
        <source>{dash} was not measured: there are no landmarks. Location instability needs points marked by hand: click them by Mark parts…, or choose a CSV with the columns image, part, x, y by Landmarks…</source>
        <translation>{dash} 표시는 기준점이 없어 측정하지 못했다는 뜻입니다. 위치 불안정도에는 손으로 표시한 점이 필요합니다. &apos;부위 표시하기…&apos;로 클릭하거나 &apos;기준점…&apos;으로 image, part, x, y 열이 있는 CSV를 고르세요.</translation>
    </message>
    <message>
        <source>Choose landmarks</source>
        <translation>기준점 고르기</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Measured with landmarks; the figures are kept in the run.</source>
        <translation>기준점으로 측정했으며 수치는 실행 기록에 저장됩니다.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>표를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>표 저장하기</translation>
    </message>
    <message>
        <source>The table is kept in {path}.</source>
        <translation>표를 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>What the conversion changed</source>
        <translation>변환으로 바뀐 것</translation>
    </message>
    <message>
        <source>Its weights: {file} in the folder of the run.</source>
        <translation>가중치: 실행 기록 폴더의 {file}.</translation>
    </message>
    <message>
        <source>Undo: open the run that this one was made from. Both stay.</source>
        <translation>되돌리기: 이 실행 기록의 바탕이 된 실행 기록을 엽니다. 둘 다 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Open the run before</source>
        <translation>이전 실행 기록 열기</translation>
    </message>
    <message>
        <source>Not allowed in this run</source>
        <translation>이 실행 기록에서 쓰지 않음</translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>What was measured</source>
        <translation>측정한 것</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is not enough memory. Close other programs, or choose a smaller batch, and try again.</source>
        <translation>메모리가 모자랍니다. 다른 프로그램을 닫거나 배치를 줄이고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>A file could not be read or written: {reason}{where}.</source>
        <translation>파일을 읽거나 쓸 수 없습니다: {reason}{where}.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: {error}. What you had is safe; the details say where.</source>
        <translation>예상하지 못한 문제가 생겼습니다: {error}. 가지고 있던 것은 안전합니다. 어디에서 생겼는지는 자세히에 있습니다.</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Names given so far</source>
        <translation>지금까지 붙인 이름</translation>
    </message>
</context>
<context>
    <name>NameQuestion</name>
    <message>
        <source>Name it first</source>
        <translation>먼저 이름 짓기</translation>
    </message>
    <message>
        <source>Write it anyway</source>
        <translation>그대로 쓰기</translation>
    </message>
    <message>
        <source>1 part has no name, so the report calls it by a number.</source>
        <translation>부위 1개에 이름이 없어 보고서에 번호로 나옵니다.</translation>
    </message>
    <message>
        <source>{count} parts have no name, so the report calls them by numbers.</source>
        <translation>부위 {count}개에 이름이 없어 보고서에 번호로 나옵니다.</translation>
    </message>
    <message>
        <source>Name them first</source>
        <translation>먼저 이름 짓기</translation>
    </message>
</context>
<context>
    <name>NamingController</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>What is this part of {category}?</source>
        <translation>이 부위는 {category}의 어디인가요?</translation>
    </message>
    <message>
        <source>The part has a name.</source>
        <translation>부위에 이름을 붙였습니다.</translation>
    </message>
    <message>
        <source>All {count} parts have a name.</source>
        <translation>부위 {count}개에 모두 이름을 붙였습니다.</translation>
    </message>
    <message>
        <source>{named} of {count} parts have a name.</source>
        <translation>부위 {count}개 가운데 {named}개에 이름이 있습니다.</translation>
    </message>
</context>
<context>
    <name>NamingView</name>
    <message>
        <source>The part to be named</source>
        <translation>이름을 붙일 부위</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The part before (Up)</source>
        <translation>이전 부위 (↑)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>The next part, without a name (Tab)</source>
        <translation>이름을 붙이지 않고 다음 부위로 (Tab)</translation>
    </message>
    <message>
        <source>Keep this name</source>
        <translation>이 이름으로 저장</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마치기</translation>
    </message>
    <message>
        <source>Show all parts again (Esc)</source>
        <translation>모든 부위 다시 보기 (Esc)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>보고서 쓰기</translation>
    </message>
    <message>
        <source>Show all parts</source>
        <translation>모든 부위 보기</translation>
    </message>
    <message>
        <source>For example: head</source>
        <translation>예: 머리</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>부위 이름</translation>
    </message>
    <message>
        <source>Enter keeps the name and goes on. Tab skips, Up goes back, Esc finishes.</source>
        <translation>Enter를 누르면 이름을 저장하고 다음으로 갑니다. Tab은 건너뛰기, ↑는 이전, Esc는 마치기입니다.</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>NetworkController</name>
    <message>
        <source>Looking inside…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>Converting…</source>
        <translation>변환하는 중…</translation>
    </message>
    <message>
        <source>The form has changed: read the network first.</source>
        <translation>내용이 바뀌었습니다. 네트워크를 먼저 읽으세요.</translation>
    </message>
    <message>
        <source>Open a folder of pictures: the network is looked at on them.</source>
        <translation>사진 폴더를 여세요. 그 사진으로 네트워크를 살펴봅니다.</translation>
    </message>
    <message>
        <source>It can start when the work under way has ended.</source>
        <translation>진행 중인 작업이 끝나면 시작할 수 있습니다.</translation>
    </message>
    <message>
        <source>None is open: choose the pictures that the network is looked at on.</source>
        <translation>열린 폴더가 없습니다. 네트워크를 살펴볼 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>명령을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Reading the network…</source>
        <translation>네트워크를 읽는 중…</translation>
    </message>
    <message>
        <source>Run this code?</source>
        <translation>이 코드를 실행할까요?</translation>
    </message>
    <message>
        <source>Run {function}() of {file}?</source>
        <translation>{file}의 {function}()을 실행할까요?</translation>
    </message>
    <message>
        <source>Python code can do anything on this computer. Run it only if you know what it does. It is asked again when the file has changed.</source>
        <translation>파이썬 코드는 이 컴퓨터에서 무엇이든 할 수 있습니다. 무엇을 하는지 아는 코드만 실행하세요. 파일이 바뀌면 다시 물어봅니다.</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>실행 안 함</translation>
    </message>
    <message>
        <source>Looking inside {network}</source>
        <translation>{network} 살펴보기</translation>
    </message>
    <message>
        <source>Converting {network}</source>
        <translation>{network} 변환</translation>
    </message>
    <message>
        <source>Cancelled: nothing was kept.</source>
        <translation>취소했습니다. 아무것도 남기지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Open a network of your own</source>
        <translation>내 네트워크 열기</translation>
    </message>
    <message>
        <source>Name a file of weights and its architecture, then read the network: its layers are listed here, and which of its answers stand for the categories of the folder. Looking inside trains nothing; converting does.</source>
        <translation>가중치 파일과 구조를 정하고 네트워크를 읽으세요. 층의 목록과, 어느 답이 폴더의 범주에 해당하는지 여기에 나옵니다. 살펴보기는 아무것도 학습하지 않고, 변환은 학습합니다.</translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation>같은 일을 하는 명령 복사</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>변환</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Find the parts of {category}</source>
        <translation>{category}의 부위 찾기</translation>
    </message>
    <message>
        <source>Find parts</source>
        <translation>부위 찾기</translation>
    </message>
    <message>
        <source>See the parts</source>
        <translation>부위 보기</translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation>얼마나 믿을 수 있는지 보기</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>보고서 쓰기</translation>
    </message>
</context>
<context>
    <name>NotesBar</name>
    <message>
        <source>Star</source>
        <translation>별표</translation>
    </message>
    <message>
        <source>Star this filter, to find it again and to have it in the report (S)</source>
        <translation>이 필터에 별표를 달아 다시 찾고 보고서에 넣기 (S)</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>부위 이름</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>메모…</translation>
    </message>
    <message>
        <source>Note about this filter</source>
        <translation>이 필터의 메모</translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message>
        <source>Name this part…</source>
        <translation>이 부위의 이름…</translation>
    </message>
    <message>
        <source>Every filter that found this part is called so (F2)</source>
        <translation>이 부위를 찾은 필터를 모두 이렇게 부릅니다 (F2)</translation>
    </message>
    <message>
        <source>Name this filter…</source>
        <translation>이 필터의 이름…</translation>
    </message>
    <message>
        <source>This filter is called so everywhere (F2)</source>
        <translation>이 필터를 어디서나 이렇게 부릅니다 (F2)</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
    <message>
        <source>over 99.9 %</source>
        <translation>99.9% 이상</translation>
    </message>
    <message>
        <source>under 0.1 %</source>
        <translation>0.1% 미만</translation>
    </message>
    <message>
        <source>{value} points</source>
        <translation>{value}%p</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>{path} is neither a folder, nor a run, nor an experiment, nor a picture that can be read.</source>
        <translation>{path}: 폴더도, 실행 기록도, 실험도, 읽을 수 있는 사진도 아닙니다.</translation>
    </message>
    <message>
        <source>Listing the pictures in {name}…</source>
        <translation>{name}: 사진 목록을 읽는 중…</translation>
    </message>
    <message>
        <source>Open a run or train one first: then any picture dropped here is explained.</source>
        <translation>먼저 실행 기록을 열거나 새로 학습하세요. 그러면 여기에 놓는 사진을 모두 설명합니다.</translation>
    </message>
    <message>
        <source>Opening the sample…</source>
        <translation>샘플을 여는 중…</translation>
    </message>
    <message>
        <source>Checking the pictures</source>
        <translation>사진을 점검하는 중</translation>
    </message>
</context>
<context>
    <name>PairDelegate</name>
    <message>
        <source>This picture cannot be read any more</source>
        <translation>이 사진은 이제 읽을 수 없습니다</translation>
    </message>
</context>
<context>
    <name>PairTable</name>
    <message>
        <source>The same pictures by both networks&apos; filters</source>
        <translation>같은 사진을 두 네트워크의 필터로</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>The run {run} was closed: it was trained on other pictures. Open it again on the Runs page.</source>
        <translation>실행 기록 {run}을(를) 닫았습니다. 다른 사진으로 학습한 기록입니다. 실행 기록 페이지에서 다시 열 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Type what you want to do, or a filter, a page, a picture</source>
        <translation>하려는 일이나 필터, 페이지, 사진의 이름을 입력하세요</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Nothing is called like that.</source>
        <translation>그런 이름은 없습니다.</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Rename (F2)</source>
        <translation>이름 바꾸기 (F2)</translation>
    </message>
    <message>
        <source>Forbid this part…</source>
        <translation>이 부위 쓰지 않기…</translation>
    </message>
    <message>
        <source>Not allowed in this run</source>
        <translation>이 실행 기록에서 쓰지 않음</translation>
    </message>
    <message>
        <source>Forbid {part}</source>
        <translation>{part} 쓰지 않기</translation>
    </message>
    <message>
        <source>Name of {part}</source>
        <translation>{part}의 이름</translation>
    </message>
    <message>
        <source>Rename {part}</source>
        <translation>{part} 이름 바꾸기</translation>
    </message>
    <message>
        <source>The filters that found this part; click one to look at it</source>
        <translation>이 부위를 찾은 필터입니다. 클릭하면 그 필터를 봅니다</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Show those most alike</source>
        <translation>가장 비슷한 사진 보기</translation>
    </message>
    <message>
        <source>Look at filter {number}</source>
        <translation>필터 {number} 보기</translation>
    </message>
</context>
<context>
    <name>PartComparison</name>
    <message>
        <source>{name}: {here:.0f} % of its usual strength in this picture</source>
        <translation>{name}: 이 사진에서 평소 세기의 {here:.0f}%</translation>
    </message>
    <message>
        <source>{name}: {here:.0f} % of its usual strength in this picture, {there:.0f} % in the other</source>
        <translation>{name}: 이 사진에서 평소 세기의 {here:.0f}%, 다른 사진에서 {there:.0f}%</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>Parts to mark</source>
        <translation>표시할 부위</translation>
    </message>
    <message>
        <source>{part}: {state}; marked in {count} pictures</source>
        <translation>{part}: {state}; 사진 {count}장에 표시함</translation>
    </message>
    <message>
        <source>{part}: {state}; marked in 1 picture</source>
        <translation>{part}: {state}; 사진 1장에 표시함</translation>
    </message>
</context>
<context>
    <name>PartsController</name>
    <message>
        <source>Reading the parts…</source>
        <translation>부위를 읽는 중…</translation>
    </message>
    <message>
        <source>The run has no picture of this category.</source>
        <translation>이 실행 기록에는 이 범주의 사진이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PartsView</name>
    <message>
        <source>Name the parts</source>
        <translation>부위 이름 짓기</translation>
    </message>
    <message>
        <source>Name the part</source>
        <translation>부위 이름 짓기</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose a file: {title}</source>
        <translation>파일 선택: {title}</translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>Category whose parts are shown</source>
        <translation>부위를 볼 범주</translation>
    </message>
    <message>
        <source>Locate pictures…</source>
        <translation>사진 위치 지정…</translation>
    </message>
    <message>
        <source>Previous picture (Left)</source>
        <translation>이전 사진 (←)</translation>
    </message>
    <message>
        <source>Next picture (Right)</source>
        <translation>다음 사진 (→)</translation>
    </message>
    <message>
        <source>Picture with the parts</source>
        <translation>부위를 표시한 사진</translation>
    </message>
</context>
<context>
    <name>PictureStream</name>
    <message>
        <source>Pictures that are being read</source>
        <translation>읽고 있는 사진</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Test pictures, those with most parts first</source>
        <translation>시험 사진, 부위가 많이 보이는 것부터</translation>
    </message>
</context>
<context>
    <name>PictureTrio</name>
    <message>
        <source>Strongest filter instead</source>
        <translation>가장 강하게 반응한 필터로 바꾸기</translation>
    </message>
    <message>
        <source>Colours of the overlay</source>
        <translation>겹쳐 보기의 색</translation>
    </message>
    <message>
        <source>What the brightest colour stands for</source>
        <translation>가장 밝은 색의 뜻</translation>
    </message>
    <message>
        <source>This picture: faint places are seen too. This filter: its pictures can be compared, as exported heatmaps can. Whole run: filters can be compared.</source>
        <translation>이 사진: 희미한 곳도 보입니다. 이 필터: 내보낸 히트맵처럼 그 필터의 사진끼리 비교할 수 있습니다. 실행 기록 전체: 필터끼리 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>부드럽게</translation>
    </message>
    <message>
        <source>Let the cells run into each other, or show them one by one</source>
        <translation>칸을 이어 부드럽게 보이거나 칸 하나하나를 보입니다</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>모든 부위</translation>
    </message>
    <message>
        <source>Mark every part that is found in this picture</source>
        <translation>이 사진에서 찾은 부위를 모두 표시하기</translation>
    </message>
    <message>
        <source>Point at a picture to read the numbers of a cell.</source>
        <translation>사진을 가리키면 칸의 수를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>{name}: map {map} × mask {mask} = {product}</source>
        <translation>{name}: 맵 {map} × 마스크 {mask} = {product}</translation>
    </message>
    <message>
        <source>Row {row}, column {column}</source>
        <translation>{row}행 {column}열</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>Show or hide the overlay (Space)</source>
        <translation>겹쳐 보기 켜고 끄기 (Space)</translation>
    </message>
    <message>
        <source>Opacity of the overlay</source>
        <translation>겹쳐 보기의 불투명도</translation>
    </message>
    <message>
        <source>Field and peak</source>
        <translation>영역과 최대 반응점</translation>
    </message>
    <message>
        <source>Frame the effective receptive field of the peak</source>
        <translation>최대 반응점의 유효 수용 영역을 테두리로 보이기</translation>
    </message>
</context>
<context>
    <name>PlanController</name>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Copy the command that does the same</source>
        <translation>같은 일을 하는 명령 복사</translation>
    </message>
    <message>
        <source>See the filters of a network that you have, without training it</source>
        <translation>가지고 있는 네트워크의 필터를 학습 없이 봅니다</translation>
    </message>
    <message>
        <source>Look inside a network of your own…</source>
        <translation>내 네트워크 살펴보기…</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>명령을 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>PositionMap</name>
    <message>
        <source>Here in {count} of {every} pictures. Click to see one.</source>
        <translation>사진 {every}장 중 {count}장에서 여기에 있습니다. 누르면 그중 하나를 봅니다.</translation>
    </message>
    <message>
        <source>No part is found here.</source>
        <translation>여기에서 찾은 부위가 없습니다.</translation>
    </message>
</context>
<context>
    <name>PositionsController</name>
    <message>
        <source>All parts</source>
        <translation>모든 부위</translation>
    </message>
    <message>
        <source>No filter of this run holds a part, so there are no positions to show.</source>
        <translation>이 실행 기록에는 부위를 짚는 필터가 없어 보여 줄 위치가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a part to see it alone.</source>
        <translation>부위를 고르면 그 부위만 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>{part} is spread out: it lies elsewhere from picture to picture.</source>
        <translation>{part}: 흩어져 있습니다. 사진마다 다른 곳에 있습니다.</translation>
    </message>
    <message>
        <source>{part} is found in no picture that was kept aside.</source>
        <translation>남겨 둔 사진 어디에서도 {part}을(를) 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>{part} is dense: it lies at nearly the same place in most pictures.</source>
        <translation>{part}: 모여 있습니다. 대부분의 사진에서 거의 같은 곳에 있습니다.</translation>
    </message>
    <message>
        <source>A typical picture of {category}. Each disc: here the part was found in other pictures, the larger the oftener. A dense spot means that the part keeps its place in the picture; a scattered cloud that it moves, as a head does when the animals stand elsewhere. Click a disc to see a picture.</source>
        <translation>{category}의 대표적인 사진입니다. 원은 다른 사진에서 이 부위를 찾은 곳이며, 클수록 자주 찾은 곳입니다. 한곳에 모여 있으면 부위가 사진에서 늘 같은 자리에 있고, 흩어져 있으면 동물의 위치에 따라 머리 위치가 달라지듯 사진마다 자리가 다릅니다. 원을 누르면 사진을 봅니다.</translation>
    </message>
    <message>
        <source>A typical picture of {category}. Each disc: here a part was found in other pictures, in the colour of the part. A dense spot means that the part keeps its place in the picture; a scattered cloud that it moves, as a head does when the animals stand elsewhere.</source>
        <translation>{category}의 대표적인 사진입니다. 원은 다른 사진에서 부위를 찾은 곳이며, 색은 부위를 나타냅니다. 한곳에 모여 있으면 부위가 사진에서 늘 같은 자리에 있고, 흩어져 있으면 동물의 위치에 따라 머리 위치가 달라지듯 사진마다 자리가 다릅니다.</translation>
    </message>
</context>
<context>
    <name>PositionsView</name>
    <message>
        <source>Look at its filter</source>
        <translation>필터 보기</translation>
    </message>
</context>
<context>
    <name>PredictionsController</name>
    <message>
        <source>Reading the answers…</source>
        <translation>답을 읽는 중…</translation>
    </message>
    <message>
        <source>answered {named}, {probability}</source>
        <translation>답: {named}, {probability}</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>none</source>
        <translation>모두 아님</translation>
    </message>
    <message>
        <source>Of all {all} pictures, most of which it was trained on, {right} were answered rightly and {wrong} wrongly.</source>
        <translation>대부분 학습에 쓴 사진 {all}장 가운데 {right}장을 맞히고 {wrong}장을 틀렸습니다.</translation>
    </message>
    <message>
        <source>Of the {all} test pictures, which it had never seen, {right} were answered rightly and {wrong} wrongly.</source>
        <translation>처음 보는 시험 사진 {all}장 가운데 {right}장을 맞히고 {wrong}장을 틀렸습니다.</translation>
    </message>
    <message>
        <source>This run has no test pictures, so others count. Of {all} pictures, {right} were answered rightly and {wrong} wrongly.</source>
        <translation>이 실행 기록에는 시험 사진이 없어 다른 사진으로 셉니다. 사진 {all}장 가운데 {right}장을 맞히고 {wrong}장을 틀렸습니다.</translation>
    </message>
    <message>
        <source>Of the right answers 1 was close.</source>
        <translation>아슬아슬하게 맞힌 답은 1개입니다.</translation>
    </message>
    <message>
        <source>Of the right answers {unsure} were close.</source>
        <translation>아슬아슬하게 맞힌 답은 {unsure}개입니다.</translation>
    </message>
    <message>
        <source>Of {all} pictures, {right} were answered rightly and {wrong} wrongly.</source>
        <translation>사진 {all}장 중 {right}장을 맞히고 {wrong}장을 틀렸습니다.</translation>
    </message>
    <message>
        <source>None of the right answers was close.</source>
        <translation>아슬아슬하게 맞힌 답은 없습니다.</translation>
    </message>
    <message>
        <source>Click a number to list its pictures.</source>
        <translation>숫자를 클릭하면 해당 사진이 나열됩니다.</translation>
    </message>
    <message>
        <source>No answer here was wrong or close.</source>
        <translation>틀리거나 아슬아슬한 답이 없습니다.</translation>
    </message>
    <message>
        <source>shows {shown}</source>
        <translation>실제: {shown}</translation>
    </message>
    <message>
        <source>right, but close</source>
        <translation>맞지만 아슬아슬함</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞음</translation>
    </message>
    <message>
        <source>no {category}</source>
        <translation>{category} 아님</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>이 사진</translation>
    </message>
    <message>
        <source>No picture of this kind was answered rightly and surely.</source>
        <translation>이런 사진 가운데 확실하게 맞힌 것이 없습니다.</translation>
    </message>
    <message>
        <source>Answered rightly: {category}, the most alike by its parts</source>
        <translation>맞힌 {category} 사진 중 부위가 가장 비슷한 사진</translation>
    </message>
    <message>
        <source>Upper bar: this picture; lower bar: the one answered rightly. The line marks a part&apos;s usual strength; a part below a third of it was hardly seen. Click a part to look at its filter here.</source>
        <translation>위 막대: 이 사진; 아래 막대: 맞힌 사진. 세로선은 부위의 평소 세기입니다. 그 3분의 1에 못 미치는 부위는 거의 보지 못한 것입니다. 부위를 클릭하면 이 사진에서 그 필터를 봅니다.</translation>
    </message>
    <message>
        <source>No filter holds a part, so there is nothing to compare.</source>
        <translation>부위를 짚는 필터가 없어 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>No filter is steady enough to form a group, so there is nothing to compare.</source>
        <translation>묶음을 이룰 만큼 안정적인 필터가 없어 비교할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PredictionsView</name>
    <message>
        <source>The chosen picture</source>
        <translation>고른 사진</translation>
    </message>
    <message>
        <source>A picture of the same kind that was answered rightly</source>
        <translation>같은 종류에서 맞힌 사진</translation>
    </message>
    <message>
        <source>Wrong or unsure</source>
        <translation>틀림·불확실</translation>
    </message>
    <message>
        <source>Wrong answers first, then those that were close</source>
        <translation>틀린 답 먼저, 그다음 아슬아슬한 답</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>모든 답</translation>
    </message>
    <message>
        <source>Every answer, in the order of the pictures</source>
        <translation>모든 답을 사진 순서대로</translation>
    </message>
    <message>
        <source>With the pictures it was trained on</source>
        <translation>학습에 쓴 사진도 함께</translation>
    </message>
    <message>
        <source>Answers worth a look</source>
        <translation>눈여겨볼 답</translation>
    </message>
    <message>
        <source>It has learned from these, so it is right more often than about new ones</source>
        <translation>학습에 쓴 사진이라 새 사진보다 더 자주 맞힙니다</translation>
    </message>
    <message>
        <source>With the pictures that filters were chosen by</source>
        <translation>필터를 고르는 데 쓴 사진도</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Later trainings do not use the picture. Its file stays, and this run is not changed.</source>
        <translation>다음 학습부터 이 사진을 쓰지 않습니다. 파일은 그대로 있고, 이 실행 기록은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Later trainings use the picture again.</source>
        <translation>다음 학습부터 이 사진을 다시 씁니다.</translation>
    </message>
    <message>
        <source>Shown (rows) and answered (columns)</source>
        <translation>실제(행)와 답(열)</translation>
    </message>
    <message>
        <source>Parts seen, against their usual strength</source>
        <translation>평소와 비교한 부위의 세기</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>부위</translation>
    </message>
    <message>
        <source>Show or hide the parts in their colours (Space)</source>
        <translation>부위를 색으로 보이거나 숨기기 (Space)</translation>
    </message>
    <message>
        <source>Look at it with the filters</source>
        <translation>필터로 살펴보기</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Explain this picture</source>
        <translation>이 사진 설명하기</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Show the picture as large as the window</source>
        <translation>사진을 창 크기로 보기</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>The language changes as soon as &apos;{title}&apos; has ended.</source>
        <translation>언어는 &apos;{title}&apos; 작업이 끝나는 대로 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>ProgressTracker</name>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
    <message>
        <source>Comparing crops</source>
        <translation>조각을 비교하는 중</translation>
    </message>
    <message>
        <source>Deleting and inserting</source>
        <translation>지우고 채우는 중</translation>
    </message>
    <message>
        <source>Testing filters on blurred pictures</source>
        <translation>흐린 사진으로 필터를 검사하는 중</translation>
    </message>
    <message>
        <source>Asking the network</source>
        <translation>네트워크에 묻는 중</translation>
    </message>
    <message>
        <source>Choosing the loss weight</source>
        <translation>손실 가중치를 고르는 중</translation>
    </message>
    <message>
        <source>Comparing with untrained filters</source>
        <translation>학습하지 않은 필터와 비교하는 중</translation>
    </message>
    <message>
        <source>Covering and pasting what is forbidden</source>
        <translation>쓰지 않을 것을 가리고 붙여 보는 중</translation>
    </message>
    <message>
        <source>Finding the object in each picture</source>
        <translation>사진마다 물체 찾는 중</translation>
    </message>
    <message>
        <source>Judging the labels</source>
        <translation>사진의 범주를 따져 보는 중</translation>
    </message>
    <message>
        <source>Looking at all pictures</source>
        <translation>모든 사진을 보는 중</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>측정하는 중</translation>
    </message>
    <message>
        <source>Measuring receptive fields</source>
        <translation>수용 영역을 재는 중</translation>
    </message>
    <message>
        <source>Testing filters on moved pictures</source>
        <translation>옮긴 사진으로 필터를 검사하는 중</translation>
    </message>
    <message>
        <source>Opening the network</source>
        <translation>네트워크를 여는 중</translation>
    </message>
    <message>
        <source>Testing filters on pasted crops</source>
        <translation>붙여 넣은 조각으로 필터를 검사하는 중</translation>
    </message>
    <message>
        <source>Fitting the answers</source>
        <translation>답을 맞추는 중</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>사진을 읽는 중</translation>
    </message>
    <message>
        <source>Squashing pictures</source>
        <translation>사진을 누르는 중</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Answers about pictures that are unlike the training pictures should not be trusted: {unlike} of {tested} test pictures are, and {unlike_wrong} of these answers are wrong; of the other {known} answers {known_wrong} are ({accuracy} right). A thing that was never shown may still count as known.</source>
        <translation>학습 사진과 다른 사진에 대한 답은 믿지 마세요. 시험 사진 {tested}장 중 {unlike}장이 그렇고, 이 가운데 {unlike_wrong}장을 틀렸습니다. 나머지 {known}장 중에서는 {known_wrong}장을 틀렸습니다({accuracy} 맞힘). 한 번도 보여 주지 않은 것도 아는 것으로 셀 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>HTML, to send</source>
        <translation>HTML, 보내기용</translation>
    </message>
    <message>
        <source>PDF, to print</source>
        <translation>PDF, 인쇄용</translation>
    </message>
    <message>
        <source>Format of the report</source>
        <translation>보고서의 형식</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>창의 언어</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>보고서의 언어</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>보고서 제목</translation>
    </message>
    <message>
        <source>Note to the reader</source>
        <translation>읽는 사람에게 남길 말</translation>
    </message>
    <message>
        <source>Title (left empty: its own)</source>
        <translation>제목(비워 두면 기본 제목)</translation>
    </message>
    <message>
        <source>Your note to the reader, printed below the title</source>
        <translation>읽는 사람에게 남길 말(제목 아래에 인쇄됩니다)</translation>
    </message>
    <message>
        <source>One-page report</source>
        <translation>한 장 보고서</translation>
    </message>
    <message>
        <source>For somebody who decides, in plain words.</source>
        <translation>의사 결정자도 읽기 쉬운 말로 씁니다.</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>보고서 쓰기</translation>
    </message>
</context>
<context>
    <name>ResultBanner</name>
    <message>
        <source>See its parts</source>
        <translation>부위 보기</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>The training is done</source>
        <translation>학습이 끝났습니다</translation>
    </message>
    <message>
        <source>Kept as {name}.</source>
        <translation>{name}에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Suspects</source>
        <translation>의심 사진</translation>
    </message>
    <message>
        <source>Pictures that are likely wrong, to be decided one by one</source>
        <translation>잘못되었을 가능성이 큰 사진. 하나씩 보고 정합니다</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>사진 묶음</translation>
    </message>
    <message>
        <source>Groups of pictures by how parts appear, and where answers fail</source>
        <translation>부위가 나타나는 모습으로 묶은 사진과, 답이 틀리는 곳</translation>
    </message>
    <message>
        <source>R  Enter</source>
        <translation>R  Enter</translation>
    </message>
    <message>
        <source>Suspects: the picture is right as it is</source>
        <translation>의심 사진: 사진은 이대로 맞음</translation>
    </message>
    <message>
        <source>1 … 9</source>
        <translation>1 … 9</translation>
    </message>
    <message>
        <source>Suspects: the picture belongs to that category</source>
        <translation>의심 사진: 사진은 그 번호의 범주</translation>
    </message>
    <message>
        <source>X  Delete</source>
        <translation>X  Delete</translation>
    </message>
    <message>
        <source>Suspects: leave the picture out; no file is deleted</source>
        <translation>의심 사진: 사진 제외. 파일은 지우지 않습니다</translation>
    </message>
    <message>
        <source>Space  Down</source>
        <translation>Space  ↓</translation>
    </message>
    <message>
        <source>Suspects: go on to the next picture</source>
        <translation>의심 사진: 다음 사진으로 넘어가기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Slices: look at the chosen picture with the filters</source>
        <translation>사진 묶음: 고른 사진을 필터로 살펴보기</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>아직 검토할 것이 없습니다</translation>
    </message>
    <message>
        <source>Open a run, or train one: here are the pictures that are likely wrong, and the groups of pictures in which parts are missing.</source>
        <translation>실행 기록을 열거나 새로 학습하세요. 잘못되었을 가능성이 큰 사진과 부위가 없는 사진 묶음이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>RunCompare</name>
    <message>
        <source>All runs</source>
        <translation>모든 실행 기록</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>다른 설정</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Every setting is the same.</source>
        <translation>설정이 모두 같습니다.</translation>
    </message>
    <message>
        <source>What was set otherwise</source>
        <translation>다르게 설정한 것</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>측정한 것</translation>
    </message>
    <message>
        <source>The largest parts of each</source>
        <translation>저마다의 가장 큰 부위</translation>
    </message>
    <message>
        <source>No filter holds a part.</source>
        <translation>부위를 짚는 필터가 없습니다.</translation>
    </message>
</context>
<context>
    <name>RunComparisonController</name>
    <message>
        <source>Reading the runs…</source>
        <translation>실행 기록을 읽는 중…</translation>
    </message>
    <message>
        <source>{one} beside {other}</source>
        <translation>{one} · {other} 비교</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정한 것</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>They were given different pictures, so their figures cannot be compared: each was tested on its own.</source>
        <translation>서로 다른 사진을 쓰고 저마다의 사진으로 시험했으므로 수치를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Same pictures, but tested on different ones of them: small differences of the figures may be chance.</source>
        <translation>사진은 같지만 시험한 사진이 다릅니다. 작은 차이는 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>Same pictures, tested on the same ones; another seed. Runs with another seed differ a little by chance: an experiment over several seeds tells more.</source>
        <translation>사진과 시험한 사진이 같고 시드만 다릅니다. 시드가 다르면 우연히 조금 달라집니다. 여러 시드로 하는 실험이 더 많은 것을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Same pictures, tested on the same ones, same seed: a difference comes from the settings.</source>
        <translation>사진, 시험한 사진, 시드가 같습니다. 차이는 설정에서 옵니다.</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>필터 1개</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>1 filter; not judged</source>
        <translation>필터 1개, 판정하지 않음</translation>
    </message>
    <message>
        <source>{count} filters; not judged</source>
        <translation>필터 {count}개, 판정하지 않음</translation>
    </message>
    <message>
        <source>Network of your own</source>
        <translation>내 네트워크</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>쓰지 않는 것</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open the chosen run</source>
        <translation>고른 실행 기록 열기</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Rename the chosen run</source>
        <translation>고른 실행 기록의 이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Move the chosen runs to the wastebasket</source>
        <translation>고른 실행 기록을 휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>아직 실행 기록이 없습니다</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>학습으로 가기</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>실행 기록 열기…</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>실행 기록 찾기</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Choose two runs (Ctrl+click) to see them side by side</source>
        <translation>둘을 고르면(Ctrl+클릭) 나란히 봅니다</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>{shown} of {count} runs</source>
        <translation>{count}개 중 {shown}개</translation>
    </message>
    <message>
        <source>1 run, {size}</source>
        <translation>실행 기록 1개, {size}</translation>
    </message>
    <message>
        <source>Every training, and every look inside your own network, leaves a run: networks, figures and maps of the pictures. They are listed here.</source>
        <translation>학습하거나 내 네트워크를 살펴볼 때마다 실행 기록이 남습니다: 네트워크, 수치, 사진의 맵. 여기에 목록이 나옵니다.</translation>
    </message>
    <message>
        <source>Go on with the training that was stopped</source>
        <translation>멈춘 학습을 이어서 하기</translation>
    </message>
    <message>
        <source>Show backbone, variant, equivariance, instability and size as well</source>
        <translation>백본, 방식, 등변성, 불안정도, 크기도 보이기</translation>
    </message>
    <message>
        <source>More columns</source>
        <translation>열 더 보기</translation>
    </message>
    <message>
        <source>{count} runs, {size}</source>
        <translation>실행 기록 {count}개, {size}</translation>
    </message>
    <message>
        <source>A training is under way: what is not finished may be what it writes</source>
        <translation>학습이 진행 중입니다. 끝나지 않은 것은 지금 쓰고 있는 것일 수 있습니다</translation>
    </message>
    <message>
        <source>Wait until what is being exported is written; then rename the run.</source>
        <translation>내보내는 파일이 다 쓰일 때까지 기다린 뒤 실행 기록의 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} cannot be moved to the wastebasket. Delete the folder yourself; nothing was lost.</source>
        <translation>{path}: 휴지통으로 옮길 수 없습니다. 폴더를 직접 지우세요. 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>Move this run to the wastebasket?</source>
        <translation>이 실행 기록을 휴지통으로 옮길까요?</translation>
    </message>
    <message>
        <source>Move {count} runs to the wastebasket?</source>
        <translation>실행 기록 {count}개를 휴지통으로 옮길까요?</translation>
    </message>
    <message>
        <source>Move to the wastebasket</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Copy the command that repeats it</source>
        <translation>되풀이하는 명령 복사</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>명령을 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>실행 기록</translation>
    </message>
    <message>
        <source>{title} is not allowed in this run</source>
        <translation>이 실행 기록에서 쓰지 않음: {title}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>{name} 이어서 학습</translation>
    </message>
    <message>
        <source>Go on with the training that was stopped</source>
        <translation>멈춘 학습을 이어서 하기</translation>
    </message>
</context>
<context>
    <name>SavedSlices</name>
    <message>
        <source>Save a slice</source>
        <translation>사진 묶음 저장</translation>
    </message>
    <message>
        <source>Rename a slice</source>
        <translation>사진 묶음 이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove a slice</source>
        <translation>사진 묶음 삭제</translation>
    </message>
</context>
<context>
    <name>SceneController</name>
    <message>
        <source>Asking about {name}…</source>
        <translation>{name}: 묻는 중…</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>이 사진을 보일 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템에 맞춤</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Change the folder of the runs</source>
        <translation>실행 기록 폴더 바꾸기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>New runs are kept here. Runs that are in another folder stay there.</source>
        <translation>새 실행 기록을 여기에 둡니다. 다른 폴더에 있는 실행 기록은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Folder of the runs</source>
        <translation>실행 기록 폴더</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>크기를 재는 중…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Clear the stored feature maps</source>
        <translation>저장된 특징 맵 비우기</translation>
    </message>
    <message>
        <source>What the first layers of a network see in your pictures is stored, so that the next training on them begins sooner. Clearing it frees the disk and costs only time; your pictures and runs stay.</source>
        <translation>네트워크의 앞쪽 층이 사진에서 본 것을 저장해 두어 다음 학습을 더 빨리 시작합니다. 비우면 디스크 공간이 생기고 시간만 더 걸립니다. 사진과 실행 기록은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Stored feature maps</source>
        <translation>저장된 특징 맵</translation>
    </message>
    <message>
        <source>Choose the folder where new runs are kept</source>
        <translation>새 실행 기록을 둘 폴더 선택</translation>
    </message>
    <message>
        <source>Nothing can be written in {path}. Choose another folder, or allow writing there.</source>
        <translation>{path}에 쓸 수 없습니다. 다른 폴더를 고르거나 쓰기를 허용하세요.</translation>
    </message>
    <message>
        <source>A training is under way and uses them</source>
        <translation>진행 중인 학습에서 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Clearing…</source>
        <translation>비우는 중…</translation>
    </message>
    <message>
        <source>{size} of at most {limit}</source>
        <translation>최대 {limit} 중 {size}</translation>
    </message>
    <message>
        <source>{freed} are freed.</source>
        <translation>{freed}를 비웠습니다.</translation>
    </message>
    <message>
        <source>{freed} are freed. {size} are in use by another training and stay.</source>
        <translation>{freed}를 비웠습니다. {size}는 다른 학습에서 쓰고 있어 남깁니다.</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>A few filters of each network</source>
        <translation>네트워크마다 필터 몇 개</translation>
    </message>
    <message>
        <source>More filters of each network</source>
        <translation>네트워크마다 필터 더 많이</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>The next pictures kept aside, in a fixed order</source>
        <translation>남겨 둔 다음 사진, 정해진 순서로</translation>
    </message>
</context>
<context>
    <name>SliceGrid</name>
    <message>
        <source>Pictures of the slice</source>
        <translation>묶음의 사진</translation>
    </message>
</context>
<context>
    <name>SliceList</name>
    <message>
        <source>Slices</source>
        <translation>사진 묶음</translation>
    </message>
</context>
<context>
    <name>Slices</name>
    <message>
        <source>Its pictures were chosen by their answers: how many are right says nothing.</source>
        <translation>답을 보고 고른 사진이므로, 얼마나 맞혔는지는 아무것도 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Only 1 picture: at least {least} are needed to say anything.</source>
        <translation>사진이 1장뿐입니다. 판단하려면 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Only {count} pictures: at least {least} are needed to say anything.</source>
        <translation>사진이 {count}장뿐입니다. 판단하려면 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Only 1 other picture: at least {least} are needed to compare.</source>
        <translation>다른 사진이 1장뿐입니다. 비교하려면 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Only {count} other pictures: at least {least} are needed to compare.</source>
        <translation>다른 사진이 {count}장뿐입니다. 비교하려면 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>The rest is of other categories: they may be easier or harder for other reasons.</source>
        <translation>나머지는 다른 범주의 사진입니다. 다른 이유로 더 쉽거나 어려울 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>SlicesController</name>
    <message>
        <source>Reading the slices…</source>
        <translation>사진 묶음을 읽는 중…</translation>
    </message>
    <message>
        <source>No slice has enough pictures. Write one at the right.</source>
        <translation>사진이 충분한 묶음이 없습니다. 오른쪽에 조건을 적어 보세요.</translation>
    </message>
    <message>
        <source>No filter of this run holds a part: slices tell of categories, answers and sides only.</source>
        <translation>이 실행 기록에는 부위를 짚는 필터가 없습니다. 범주, 답, 나눔의 쪽으로만 사진을 묶을 수 있습니다.</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Text (*.txt)</source>
        <translation>CSV (*.csv);;텍스트 (*.txt)</translation>
    </message>
    <message>
        <source>Write a list of the pictures</source>
        <translation>사진 목록 쓰기</translation>
    </message>
    <message>
        <source>The list is kept in {path}.</source>
        <translation>목록을 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>Name a new folder for the links</source>
        <translation>링크를 둘 새 폴더 정하기</translation>
    </message>
    <message>
        <source>{count} pictures are linked in {folder}.</source>
        <translation>사진 {count}장의 링크를 만들었습니다: {folder}</translation>
    </message>
    <message>
        <source>1 picture is linked in {folder}.</source>
        <translation>사진 1장의 링크를 만들었습니다: {folder}</translation>
    </message>
    <message>
        <source>These pictures were not found: {names}.</source>
        <translation>찾지 못한 사진: {names}.</translation>
    </message>
</context>
<context>
    <name>SlicesView</name>
    <message>
        <source>Slices</source>
        <translation>사진 묶음</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Weights ({kinds})</source>
        <translation>가중치 ({kinds})</translation>
    </message>
    <message>
        <source>File of weights</source>
        <translation>가중치 파일</translation>
    </message>
    <message>
        <source>Drop a .pth, .pt or .safetensors</source>
        <translation>.pth, .pt, .safetensors를 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Names of its answers</source>
        <translation>답의 이름</translation>
    </message>
    <message>
        <source>Names ({kinds})</source>
        <translation>이름 ({kinds})</translation>
    </message>
    <message>
        <source>ImageNet&apos;s, or the folder&apos;s categories</source>
        <translation>ImageNet의 이름이나 폴더의 범주</translation>
    </message>
    <message>
        <source>Python file</source>
        <translation>파이썬 파일</translation>
    </message>
    <message>
        <source>Python ({kinds})</source>
        <translation>파이썬 ({kinds})</translation>
    </message>
    <message>
        <source>my_network.py</source>
        <translation>my_network.py</translation>
    </message>
    <message>
        <source>Its function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Read the network</source>
        <translation>네트워크 읽기</translation>
    </message>
    <message>
        <source>Made by code of your own</source>
        <translation>내 코드로 만든 네트워크</translation>
    </message>
    <message>
        <source>A Python file whose function returns the network. It is run only after you confirm it.</source>
        <translation>네트워크를 돌려주는 함수가 있는 파이썬 파일입니다. 확인한 뒤에만 실행합니다.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>구조</translation>
    </message>
    <message>
        <source>Names of its answers (optional)</source>
        <translation>답의 이름(선택)</translation>
    </message>
    <message>
        <source>resnet50, timm/convnext_tiny, …</source>
        <translation>resnet50, timm/convnext_tiny, …</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Learn</source>
        <translation>배우기</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Row {row}, column {column}: map {value:.2f} × template {share:.2f} = masked map {product:.2f}</source>
        <translation>{row}행 {column}열: 맵 {value:.2f} × 템플릿 {share:.2f} = 마스크를 적용한 맵 {product:.2f}</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>{time} finding the object</source>
        <translation>물체 찾기 {time}</translation>
    </message>
    <message>
        <source>{time} reading the pictures</source>
        <translation>사진 읽기 {time}</translation>
    </message>
    <message>
        <source>{time} choosing the loss weight</source>
        <translation>손실 가중치 고르기 {time}</translation>
    </message>
    <message>
        <source>{time} training</source>
        <translation>학습 {time}</translation>
    </message>
    <message>
        <source>{time} testing the parts</source>
        <translation>부위 검사 {time}</translation>
    </message>
    <message>
        <source>About {total}: {stages}.</source>
        <translation>약 {total}: {stages}.</translation>
    </message>
    <message>
        <source>The maps of {count} pictures are at hand from earlier.</source>
        <translation>사진 {count}장의 특징 맵은 이미 계산되어 있습니다.</translation>
    </message>
    <message>
        <source>A guess: nothing of this kind has been trained here yet.</source>
        <translation>추정한 시간입니다. 이 컴퓨터에서 이런 학습은 처음입니다.</translation>
    </message>
    <message>
        <source>Estimated from one earlier training of this kind.</source>
        <translation>이런 학습을 한 번 해 본 결과로 추정했습니다.</translation>
    </message>
    <message>
        <source>Estimated from {count} earlier trainings of this kind.</source>
        <translation>이런 학습을 {count}번 해 본 결과로 추정했습니다.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}분</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}시간</translation>
    </message>
    <message>
        <source>About {total} ({count} trainings of about {each}).</source>
        <translation>약 {total} (한 번에 약 {each}씩 학습 {count}번).</translation>
    </message>
    <message>
        <source>About {total} (1 training).</source>
        <translation>약 {total} (학습 1번).</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Engine asleep</source>
        <translation>엔진 대기 중</translation>
    </message>
    <message>
        <source>Engine loading…</source>
        <translation>엔진 불러오는 중…</translation>
    </message>
    <message>
        <source>Engine ready</source>
        <translation>엔진 준비됨</translation>
    </message>
    <message>
        <source>Engine cannot be loaded</source>
        <translation>엔진을 불러올 수 없음</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Left arrow</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Right arrow or Space</source>
        <translation>→ 또는 Space</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>장</translation>
    </message>
    <message>
        <source>How far the lecture is</source>
        <translation>강의 진행 정도</translation>
    </message>
</context>
<context>
    <name>SubjectBar</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>The filter that the lecture is about</source>
        <translation>강의에서 다루는 필터</translation>
    </message>
    <message>
        <source>Give the lecture on another held-out picture that shows the parts plainly</source>
        <translation>부위가 뚜렷하게 보이는, 학습에 쓰지 않은 다른 사진으로 강의를 진행합니다</translation>
    </message>
    <message>
        <source>Other picture</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Save this step as a figure: PNG, SVG or PDF</source>
        <translation>이 단계를 그림으로 저장합니다: PNG, SVG, PDF</translation>
    </message>
    <message>
        <source>Save this step…</source>
        <translation>이 단계 저장…</translation>
    </message>
    <message>
        <source>Show the steps on the whole screen (F); Esc leaves it</source>
        <translation>단계를 전체 화면으로 봅니다(F). Esc로 나갑니다</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
</context>
<context>
    <name>SubjectField</name>
    <message>
        <source>Categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>All categories together</source>
        <translation>모든 범주 함께</translation>
    </message>
    <message>
        <source>Several of them…</source>
        <translation>여러 범주…</translation>
    </message>
    <message>
        <source>All as one category: {name}</source>
        <translation>모두 한 범주로: {name}</translation>
    </message>
</context>
<context>
    <name>SuspectsController</name>
    <message>
        <source>All kinds</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>모든 범주</translation>
    </message>
    <message>
        <source>Looking for suspects: this takes a few seconds…</source>
        <translation>의심 사진을 찾는 중입니다. 몇 초 걸립니다…</translation>
    </message>
    <message>
        <source>No picture is suspect.</source>
        <translation>의심스러운 사진이 없습니다.</translation>
    </message>
    <message>
        <source>No suspect is of this kind and label.</source>
        <translation>이 종류와 범주의 의심 사진이 없습니다.</translation>
    </message>
    <message>
        <source>{name} · label: {category}</source>
        <translation>{name} · 범주: {category}</translation>
    </message>
    <message>
        <source>Right as it is</source>
        <translation>이대로 맞음</translation>
    </message>
    <message>
        <source>Belongs to {category}</source>
        <translation>{category} 범주로 정정</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>정한 것 되돌리기</translation>
    </message>
</context>
<context>
    <name>SuspectsView</name>
    <message>
        <source>Suspect pictures</source>
        <translation>의심 사진</translation>
    </message>
    <message>
        <source>Suspects</source>
        <translation>의심 사진</translation>
    </message>
    <message>
        <source>Kind of suspects</source>
        <translation>의심 사진의 종류</translation>
    </message>
    <message>
        <source>Label of the suspects</source>
        <translation>의심 사진의 범주</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>정한 것 되돌리기</translation>
    </message>
    <message>
        <source>The chosen picture</source>
        <translation>고른 사진</translation>
    </message>
    <message>
        <source>Locate pictures…</source>
        <translation>사진 위치 지정…</translation>
    </message>
    <message>
        <source>Look at it with the filters</source>
        <translation>필터로 살펴보기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Decisions count from the next training on. No file is moved.</source>
        <translation>정한 것은 다음 학습부터 적용됩니다. 파일은 옮기지 않습니다.</translation>
    </message>
    <message>
        <source>Train anew…</source>
        <translation>다시 학습하기…</translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <translation>{count}장 중 {decided}장 정함</translation>
    </message>
</context>
<context>
    <name>ThumbnailGrid</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>{name}: left out, {reason}</source>
        <translation>{name}: 제외됨, {reason}</translation>
    </message>
    <message>
        <source>{name}: left out</source>
        <translation>{name}: 제외됨</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>Pinned pictures</source>
        <translation>고정한 사진</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The network found these parts by itself. Nobody marked anything: it only knew which pictures show the creature.</source>
        <translation>네트워크가 스스로 찾은 부위입니다. 아무도 부위를 표시하지 않았고, 어떤 사진에 동물이 있는지만 알려 주었습니다.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Now your pictures: open a folder with a sub-folder for each kind of thing. Or train on the pictures of the sample yourself and watch its parts appear.</source>
        <translation>이제 내 사진 차례입니다. 종류마다 하위 폴더가 있는 폴더를 여세요. 샘플 사진으로 직접 학습하면서 부위가 나타나는 모습을 볼 수도 있습니다.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Train the sample</source>
        <translation>샘플로 학습하기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Nothing to train on yet</source>
        <translation>아직 학습할 것이 없습니다</translation>
    </message>
    <message>
        <source>Open a folder with pictures of something: its parts will be found without marking any.</source>
        <translation>찾을 대상이 찍힌 사진 폴더를 여세요. 표시하지 않아도 부위를 찾아냅니다.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>샘플 써 보기</translation>
    </message>
    <message>
        <source>Ready when you are</source>
        <translation>준비되었습니다</translation>
    </message>
    <message>
        <source>Three networks will learn from the same pictures: one whose filters answer to one part each, its ordinary twin, and one for CAM. You can watch the parts sharpen, pause, or finish early.</source>
        <translation>세 네트워크가 같은 사진을 학습합니다. 필터마다 부위 하나에 반응하는 네트워크, 그 쌍둥이 네트워크, 그리고 CAM을 위한 네트워크입니다. 부위가 또렷해지는 것을 지켜보고, 멈추거나 일찍 마칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>←, →</translation>
    </message>
    <message>
        <source>Read the curves one epoch earlier or later, where one has the keyboard</source>
        <translation>선택된 곡선을 한 에포크 앞뒤로 읽기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop reading the curves</source>
        <translation>곡선 읽기 끝내기</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>←, →, Home, End</translation>
    </message>
    <message>
        <source>Go through the epochs of the pinned pictures, on the slider</source>
        <translation>고정한 사진의 에포크를 슬라이더로 훑기</translation>
    </message>
    <message>
        <source>A training was interrupted: go on where it stopped</source>
        <translation>중단된 학습이 있습니다. 멈춘 곳부터 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>{name} 이어서 학습</translation>
    </message>
    <message>
        <source>Training: {category}</source>
        <translation>학습: {category}</translation>
    </message>
    <message>
        <source>Going on: {category}</source>
        <translation>이어서 학습: {category}</translation>
    </message>
    <message>
        <source>Where are the pictures of {folder} now?</source>
        <translation>{folder}의 사진이 지금은 어디에 있나요?</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>About {time}.</source>
        <translation>약 {time}.</translation>
    </message>
    <message>
        <source>The picture has changed since the training.</source>
        <translation>학습한 뒤에 사진이 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>TrainingController</name>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation>멈춘 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>마치는 중…</translation>
    </message>
    <message>
        <source>After this epoch everything is kept and measured.</source>
        <translation>이 에포크가 끝나면 모두 저장하고 측정합니다.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>What was learned at the last checkpoint stays.</source>
        <translation>마지막 체크포인트까지 학습한 내용은 남습니다.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>It stops after the step under way.</source>
        <translation>진행 중인 단계가 끝나면 멈춥니다.</translation>
    </message>
    <message>
        <source>Waiting for the engine…</source>
        <translation>엔진을 기다리는 중…</translation>
    </message>
    <message>
        <source>It is being loaded.</source>
        <translation>불러오는 중입니다.</translation>
    </message>
    <message>
        <source>What was learned is kept: go on with it from the Runs page.</source>
        <translation>지금까지 학습한 내용을 저장했습니다. 실행 기록 화면에서 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Nothing was learned yet.</source>
        <translation>아직 배운 것이 없었습니다.</translation>
    </message>
    <message>
        <source>The training stopped</source>
        <translation>학습이 멈췄습니다</translation>
    </message>
    <message>
        <source>The message above says why. Change the settings, then try again.</source>
        <translation>위 알림에 이유가 있습니다. 설정을 바꾸고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>저장한 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>TrainingView</name>
    <message>
        <source>What filters see so far</source>
        <translation>지금까지 필터가 보는 것</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>How the loss weight was chosen</source>
        <translation>손실 가중치를 고른 방법</translation>
    </message>
    <message>
        <source>The pictures it reads</source>
        <translation>읽고 있는 사진</translation>
    </message>
    <message>
        <source>A row is a filter: the pictures on which it answers strongest, cut out where it looks. They change as it learns; whether a filter keeps to one part is tested at the end.</source>
        <translation>한 줄은 필터 하나입니다. 가장 세게 반응하는 사진에서 필터가 보는 곳을 잘라 보여 줍니다. 배우는 동안 바뀌며, 필터가 한 부위만 짚는지는 끝에 검사합니다.</translation>
    </message>
    <message>
        <source>interpretable</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>twin</source>
        <translation>쌍둥이</translation>
    </message>
    <message>
        <source>CAM</source>
        <translation>CAM</translation>
    </message>
    <message>
        <source>over positions</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>between categories</source>
        <translation>범주</translation>
    </message>
    <message>
        <source>Entropies</source>
        <translation>엔트로피</translation>
    </message>
    <message>
        <source>How undecided filters are: where their part is, and which category it belongs to.</source>
        <translation>필터가 얼마나 정하지 못했는가: 부위가 어디인지, 어느 범주의 것인지.</translation>
    </message>
</context>
<context>
    <name>TrainingWatch</name>
    <message>
        <source>The training is done.</source>
        <translation>학습이 끝났습니다.</translation>
    </message>
    <message>
        <source>&apos;{title}&apos; is done.</source>
        <translation>&apos;{title}&apos;이(가) 끝났습니다.</translation>
    </message>
    <message>
        <source>See its parts</source>
        <translation>부위 보기</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>The filters of this run were not tested for holding a part and are grouped as an earlier version did: “partscope measure {run}” tests them.</source>
        <translation>이 실행 기록의 필터는 부위를 짚는지 검사하지 않았으며 이전 버전의 방식으로 묶여 있습니다. “partscope measure {run}” 명령이 검사합니다.</translation>
    </message>
    <message>
        <source>A filter holds a part if its peak stays on the same content when the picture is moved, mirrored or enlarged and when the crop around it is pasted into another picture, and if that crop alone keeps its strength.</source>
        <translation>필터가 부위를 짚는다는 것은, 사진을 옮기거나 뒤집거나 확대해도, 둘레의 조각을 다른 사진에 붙여도 최대 반응점이 같은 내용에 머물고, 그 조각만으로 세기를 지킨다는 뜻입니다.</translation>
    </message>
    <message>
        <source>never fires</source>
        <translation>반응하지 않음</translation>
    </message>
    <message>
        <source>too few pictures</source>
        <translation>사진이 너무 적음</translation>
    </message>
    <message>
        <source>swaps places with filter {partner}</source>
        <translation>필터 {partner}번과 자리를 바꿈</translation>
    </message>
    <message>
        <source>fails: {tests}</source>
        <translation>실패: {tests}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low}~{high}</translation>
    </message>
    <message>
        <source>{mark} or less</source>
        <translation>{mark} 이하</translation>
    </message>
    <message>
        <source>less than {mark}</source>
        <translation>{mark} 미만</translation>
    </message>
    <message>
        <source>kept by the crop</source>
        <translation>조각만으로 남음</translation>
    </message>
    <message>
        <source>left without it</source>
        <translation>조각 없이 남음</translation>
    </message>
    <message>
        <source>kept by a random crop</source>
        <translation>무작위 조각으로 남음</translation>
    </message>
    <message>
        <source>{mark} or more</source>
        <translation>{mark} 이상</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>거울상</translation>
    </message>
    <message>
        <source>transplant</source>
        <translation>이식</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>grounding</source>
        <translation>조각만으로 충분함</translation>
    </message>
</context>
<context>
    <name>WallController</name>
    <message>
        <source>{count} filters, 1 group</source>
        <translation>필터 {count}개, 묶음 1개</translation>
    </message>
    <message>
        <source>{count} filters, {groups} groups</source>
        <translation>필터 {count}개, 묶음 {groups}개</translation>
    </message>
    <message>
        <source>{count} filters</source>
        <translation>필터 {count}개</translation>
    </message>
    <message>
        <source>{bound} of all {count}, holding or not, answer to the background</source>
        <translation>부위를 짚든 아니든 전체 {count}개 중 {bound}개는 배경에 반응</translation>
    </message>
    <message>
        <source>1 of all {count}, holding or not, answers to the background</source>
        <translation>부위를 짚든 아니든 전체 {count}개 중 1개는 배경에 반응</translation>
    </message>
    <message>
        <source>{dead} never fire</source>
        <translation>반응 없음 {dead}개</translation>
    </message>
    <message>
        <source>1 never fires</source>
        <translation>1개는 반응하지 않음</translation>
    </message>
    <message>
        <source>This run was not judged by today&apos;s tests: its groups are of filters that follow shifts of the picture. Judge it on the Measure page.</source>
        <translation>이 실행 기록은 지금의 검사로 판정하지 않았습니다. 묶음은 사진의 이동을 따라가는 필터의 것입니다. 측정 페이지에서 판정하세요.</translation>
    </message>
</context>
<context>
    <name>WallModel</name>
    <message>
        <source>Filter {number}: never fires on these pictures</source>
        <translation>필터 {number}: 이 사진들에 반응하지 않음</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>부위 {number}</translation>
    </message>
    <message>
        <source>{difference:+.2f} against the other network&apos;s filter of the same rank ({twin:.2f})</source>
        <translation>순위가 같은 다른 네트워크의 필터({twin:.2f})보다 {difference:+.2f}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>별표 달림</translation>
    </message>
    <message>
        <source>Background-bound: its peak hardly tells the category from the background (AUC {value:.2f})</source>
        <translation>배경에 매임: 최대 반응점이 범주와 배경을 거의 가르지 못함 (AUC {value:.2f})</translation>
    </message>
    <message>
        <source>Unsteady: its peak follows moves of the picture in only {share:.0f} % of them. Not judged by today&apos;s tests</source>
        <translation>불안정: 최대 반응점이 사진의 이동을 따라가는 비율이 {share:.0f}%뿐입니다. 지금의 검사로 판정하지 않았습니다</translation>
    </message>
    <message>
        <source>Never fire</source>
        <translation>반응하지 않음</translation>
    </message>
    <message>
        <source>On average its filters find the same content in {mirror:.0f} % of mirrored pictures, and in {transplant:.0f} % of those into which it was pasted</source>
        <translation>이 부위의 필터는 평균적으로 뒤집은 사진의 {mirror:.0f}%, 내용을 붙여 넣은 사진의 {transplant:.0f}%에서 같은 내용을 찾습니다</translation>
    </message>
    <message>
        <source>On average its filters follow {following:.0f} % of shifts of the picture</source>
        <translation>이 묶음의 필터는 평균적으로 사진 이동의 {following:.0f}%를 따라갑니다</translation>
    </message>
    <message>
        <source>not steady</source>
        <translation>불안정</translation>
    </message>
    <message>
        <source>Not steady enough to be a part</source>
        <translation>부위라고 할 만큼 안정되지 않음</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>부위 없음</translation>
    </message>
    <message>
        <source>Filter {number}, {part}
Follows {value:.2f} of shifts, mirrors and transplants: {gain:+.2f} against untrained filters ({floor:.2f})
Mean strength {strength:.2f}</source>
        <translation>필터 {number}, {part}
부위 추종 점수(이동, 거울상, 이식) {value:.2f}: 학습하지 않은 필터({floor:.2f})와의 차이 {gain:+.2f}
평균 세기 {strength:.2f}</translation>
    </message>
    <message>
        <source>Filter {number}, {part}
Follows {value:.2f} of shifts: {gain:+.2f} against untrained filters ({floor:.2f})
Mean strength {strength:.2f}</source>
        <translation>필터 {number}, {part}
부위 추종 점수(이동) {value:.2f}: 학습하지 않은 필터({floor:.2f})와의 차이 {gain:+.2f}
평균 세기 {strength:.2f}</translation>
    </message>
    <message>
        <source>Does not hold a part ({verdict})</source>
        <translation>부위를 짚지 않음 ({verdict})</translation>
    </message>
    <message>
        <source>{test} {value:.2f} ({mark})</source>
        <translation>{test} {value:.2f} ({mark})</translation>
    </message>
    <message>
        <source>{test} {value:.2f} ({mark}): failed</source>
        <translation>{test} {value:.2f} ({mark}): 실패</translation>
    </message>
    <message>
        <source>Hold no part</source>
        <translation>부위를 짚지 않음</translation>
    </message>
    <message>
        <source>Part {number}</source>
        <translation>부위 {number}</translation>
    </message>
    <message>
        <source>Show only the first filter of this part</source>
        <translation>이 부위의 첫 필터만 보기</translation>
    </message>
    <message>
        <source>+ 1 more filter of this part</source>
        <translation>+ 이 부위의 필터 1개 더 보기</translation>
    </message>
    <message>
        <source>+ {count} more filters of this part</source>
        <translation>+ 이 부위의 필터 {count}개 더 보기</translation>
    </message>
    <message>
        <source>hold no part</source>
        <translation>부위를 짚지 않음</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>No filter is like that. Clear the search, or show all filters.</source>
        <translation>그런 필터가 없습니다. 검색을 지우거나 모든 필터를 보이세요.</translation>
    </message>
    <message>
        <source>Interpretable</source>
        <translation>이 네트워크</translation>
    </message>
    <message>
        <source>Twin</source>
        <translation>쌍둥이</translation>
    </message>
    <message>
        <source>Filters of the interpretable network</source>
        <translation>이 네트워크의 필터</translation>
    </message>
    <message>
        <source>Filters of the ordinary twin: same pictures and seed, no masks, no filter loss</source>
        <translation>쌍둥이 네트워크의 필터: 같은 사진과 시드, 마스크와 필터 손실 없음</translation>
    </message>
    <message>
        <source>By part</source>
        <translation>부위별</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>범주순</translation>
    </message>
    <message>
        <source>By holding</source>
        <translation>부위를 짚는 순서</translation>
    </message>
    <message>
        <source>Against the twin</source>
        <translation>쌍둥이 대비</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>The channels of the original that add most to its answers, converted</source>
        <translation>원본에서 답에 가장 많이 더하는 채널을 변환한 것</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>The same channels of your network as it was before the conversion</source>
        <translation>변환하기 전 내 네트워크의 같은 채널</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>원본 대비</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>내 네트워크</translation>
    </message>
    <message>
        <source>The channels of the layer that add most to the answers</source>
        <translation>층에서 답에 가장 많이 더하는 채널</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>The same channels of the same network with random weights</source>
        <translation>가중치가 무작위인 같은 네트워크의 같은 채널</translation>
    </message>
    <message>
        <source>Against random</source>
        <translation>무작위와의 차이</translation>
    </message>
    <message>
        <source>By strength</source>
        <translation>세기순</translation>
    </message>
    <message>
        <source>Order of the filters</source>
        <translation>필터의 순서</translation>
    </message>
    <message>
        <source>Find by name or number</source>
        <translation>이름이나 번호로 찾기</translation>
    </message>
    <message>
        <source>Words of a name or category, a filter&apos;s number, or #3 for part 3</source>
        <translation>이름이나 범주의 낱말, 필터 번호, 또는 부위 3은 #3</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>별표 달림</translation>
    </message>
    <message>
        <source>Show only starred filters</source>
        <translation>별표 단 필터만 보이기</translation>
    </message>
    <message>
        <source>Category of the filters</source>
        <translation>필터의 범주</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>모든 범주</translation>
    </message>
</context>
<context>
    <name>WallSplitter</name>
    <message>
        <source>All filters</source>
        <translation>모든 필터</translation>
    </message>
    <message>
        <source>Show the wall of filters, to choose another one</source>
        <translation>필터 목록에서 다른 필터를 고릅니다</translation>
    </message>
    <message>
        <source>Back to the filter</source>
        <translation>필터로 돌아가기</translation>
    </message>
</context>
</TS>
